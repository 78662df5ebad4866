//! Work off the drawing thread.
//!
//! What takes longer than a frame on a large board is a [`Job`]: a kind, the number of the figures it is computed from
//! (its generation), and a closure that owns all it reads. The model asks for it while it gets ready for drawing
//! ([`Background::ask`]), and [`update`](super::update) hands it out as an [`Effect::Compute`](super::Effect::Compute).
//! In a terminal it then runs in a thread of its own, which ends with it and posts its [`Result`](Computed) as a
//! [`Message::Computed`](super::Message::Computed); key scripts and tests run it at once. At rest there is neither a
//! thread nor a wake-up.
//!
//! At most one job of a kind is under way. While it is, [`Background::ask`] does nothing: when its result comes, the
//! model gets ready again and asks again where the figures have changed meanwhile. A result of another generation than
//! the one that is wanted is dropped by whoever takes it in. Until there is a result, a view says in words that it is
//! computing.
//!
//! Small work need not wait for a thread: below [`AT_ONCE`] steps a view computes where it stands, so that on boards of
//! the usual size no table ever says it is computing.

use std::fmt;
use std::sync::Arc;

use crate::analysis::robustness::{GapRanking, Robustness};
use crate::analysis::{Move, Pairs};
use crate::scorecard::{Column, MeasureIndex};

/// The steps, of about a nanosecond each, that work may take on the drawing thread.
pub const AT_ONCE: usize = 1_000_000;

/// A kind of work; at most one job of each is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// All pairs and their structure.
    Pairs,
    /// Whether the order of the gaps survives other weights.
    GapOrder,
    /// Whether the order of the moves does.
    MoveOrder,
    /// Whether the order of the group by mean alignment does.
    GroupOrder,
}

/// What a job came to.
#[derive(Clone, Debug)]
pub enum Computed {
    /// All pairs and their structure.
    Pairs(Arc<Pairs>),
    /// How an order fares under drawn weights.
    Order(Drawn),
}

/// How an order fares under drawn weights; nothing where there are too many to draw for.
#[derive(Clone, Debug)]
pub enum Drawn {
    /// The gaps, in the order they are listed in.
    Gaps(GapRanking, Arc<Robustness<MeasureIndex>>),
    /// The moves that are listed.
    Moves(Option<Arc<Robustness<Move>>>),
    /// The group by mean alignment.
    Group(Option<Arc<Robustness<Column>>>),
}

/// Work to be done away from the drawing thread. Jobs are told apart by their kind and generation: what they compute
/// is a function of the two.
#[derive(Clone)]
pub struct Job {
    /// What kind of work it is.
    pub kind: Kind,
    /// The number of the figures it is computed from.
    pub generation: u64,
    work: Arc<dyn Fn() -> Computed + Send + Sync>,
}

impl Job {
    /// Work of a kind on the figures of that number.
    pub fn new(kind: Kind, generation: u64, work: impl Fn() -> Computed + Send + Sync + 'static) -> Self {
        Self { kind, generation, work: Arc::new(work) }
    }

    /// Does the work.
    pub fn run(&self) -> Outcome {
        Outcome { kind: self.kind, generation: self.generation, computed: (self.work)() }
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job")
            .field("kind", &self.kind)
            .field("generation", &self.generation)
            .finish_non_exhaustive()
    }
}

impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        (self.kind, self.generation) == (other.kind, other.generation)
    }
}

impl Eq for Job {}

/// What a job came to, and for which figures.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What kind of work it was.
    pub kind: Kind,
    /// The number of the figures it was computed from.
    pub generation: u64,
    /// The result.
    pub computed: Computed,
}

/// The jobs that are under way, and those that nobody has begun yet.
#[derive(Clone, Debug, Default)]
pub struct Background {
    under_way: Vec<Kind>,
    asked: Vec<Job>,
}

impl Background {
    /// Asks for work, unless some of its kind is under way.
    pub fn ask(&mut self, job: Job) {
        if !self.is_under_way(job.kind) {
            self.under_way.push(job.kind);
            self.asked.push(job);
        }
    }

    /// Whether work of a kind is under way.
    pub fn is_under_way(&self, kind: Kind) -> bool {
        self.under_way.contains(&kind)
    }

    /// The jobs to begin now.
    pub(super) fn take_asked(&mut self) -> Vec<Job> {
        std::mem::take(&mut self.asked)
    }

    /// Work of a kind is done.
    pub(super) fn finish(&mut self, kind: Kind) {
        self.under_way.retain(|&other| other != kind);
    }
}

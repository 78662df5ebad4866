//! The program in a terminal: asleep until something happens, then one update for each message and one frame.

mod edit;
mod init;
mod opening;

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::background::Job;
use super::effect::{Surroundings, copy, open_link};
use super::fresh::Following;
use super::glyph::GlyphSet;
use super::history::HistoryFile;
use super::link;
use super::message::{Effect, Message, Notice, Tone};
use super::model::Model;
use super::mouse::Clicks;
use super::post::Post;
use super::progress::Progress;
use super::run::{Opened, Options, RunError};
use super::settings::ThemeChoice;
use super::terminal::{self, Event, Events, Guard, Input, Screen};
use super::theme::{ColourDepth, Theme};
use super::update::{begin, update};
use super::view::draw_with;
use super::widget::spots::Spots;
use crate::workspace::Follower;
use opening::Waited;

/// How long the terminal may take to answer about its background. Those that do not know the question say so at once.
const ANSWER_LIMIT: Duration = Duration::from_millis(100);

/// How long the cursor stands still before the details follow it: longer than a key that is held down takes to come
/// again (25 to 40 ms), and shorter than anybody waits for.
const REST: Duration = Duration::from_millis(50);

/// A screen has at most so many columns and as many rows, whatever the terminal says.
const LONGEST_SIDE: u16 = 1000;

/// Takes the terminal, runs the program and gives the exit code. Where the theme goes by the terminal's background, the
/// terminal tells it while `open` runs. (A thread for `open` would cost more than it saves: on a busy machine each
/// change from one thread to another costs more than all of the reading. Only what takes long is read in sight.)
pub(super) fn run<E: Send>(
    options: &Options,
    depth: ColourDepth,
    open: impl FnOnce(&Progress) -> Result<Opened, E> + Send,
    model: impl FnOnce(Opened, Theme, (u16, u16)) -> Model,
) -> Result<u8, RunError<E>> {
    let choice = &options.settings.theme;
    // Where it does not go by the background, what is wrong with it is said before the terminal is touched.
    let chosen = match choice {
        ThemeChoice::Always(id) => Some(Theme::load(id, depth)?),
        ThemeChoice::ByBackground { .. } => None,
    };
    let mut events = Events::listen().map_err(RunError::Terminal)?;
    let guard = Guard::take().map_err(RunError::Terminal)?;
    let asks = chosen.is_none() && terminal::answers_questions(|name| std::env::var(name).ok());
    if asks {
        guard.show(terminal::BACKGROUND_QUESTION).map_err(RunError::Terminal)?;
    }
    let theme = |events: &mut Events| {
        if let Some(theme) = chosen {
            Ok(theme)
        } else {
            let limit = if asks { ANSWER_LIMIT } else { Duration::ZERO };
            let background = terminal::background(events, limit).map_err(RunError::Terminal)?;
            Theme::load(choice.on(background), depth).map_err(RunError::Theme)
        }
    };
    let (mut opened, theme) = match options.in_sight {
        None => (open(&Progress::default()).map_err(RunError::Open)?, theme(&mut events)?),
        Some(files) => {
            let theme = theme(&mut events)?;
            let glyphs = GlyphSet::of(options.glyphs);
            match opening::in_sight(files, (&guard, &mut events), &theme, glyphs, open)? {
                Waited::Opened(opened) => (*opened.map_err(RunError::Open)?, theme),
                Waited::Left(code) => return Ok(code),
            }
        }
    };
    let size = size().map_err(RunError::Terminal)?;
    let post = Post::new(events.waker());
    let follower = opened.follower.take();
    let session = Session {
        guard,
        events,
        post,
        following: opened.following,
        screen: Screen::new(size.0, size.1),
        model: model(opened, theme, size),
        surroundings: Surroundings::of(|name| std::env::var(name).ok()),
        history: HistoryFile::of(|name| std::env::var(name).ok()),
        clicks: Clicks::default(),
        links: link::are_shown(|name| std::env::var(name).ok()),
    };
    session.run(follower).map_err(RunError::Terminal)
}

/// Columns and rows of the terminal. One that does not know its size counts as 80 by 24.
fn size() -> io::Result<(u16, u16)> {
    match crossterm::terminal::size()? {
        (0, _) | (_, 0) => Ok((80, 24)),
        (width, height) => Ok((width.min(LONGEST_SIDE), height.min(LONGEST_SIDE))),
    }
}

/// The running program.
struct Session {
    guard: Guard,
    events: Events,
    post: Post,
    following: Following,
    screen: Screen,
    model: Model,
    surroundings: Surroundings,
    history: HistoryFile,
    clicks: Clicks,
    /// Whether the terminal shows links.
    links: bool,
}

impl Session {
    /// Runs to the end. The files are followed from the first frame on: until then nothing may cost time.
    fn run(mut self, follower: Option<Follower>) -> io::Result<u8> {
        self.draw()?;
        self.model.await_rest();
        let begun = begin(&mut self.model);
        if let Some(code) = self.follow(begun)? {
            return Ok(code);
        }
        if let Some(follower) = follower {
            self.following.start(follower, self.post.clone());
        }
        // Nobody types before there is something to see.
        self.history.load(&mut self.model.history);
        loop {
            if let Some(code) = self.turn()? {
                return Ok(code);
            }
            self.draw()?;
        }
    }

    /// Brings the terminal to what the model looks like. Where nothing changed, nothing is written.
    fn draw(&mut self) -> io::Result<()> {
        let Self { screen, model, guard, links, .. } = self;
        guard.mouse(model.settings.mouse)?;
        guard.show(screen.frame_with_links(|buffer| {
            let mut spots = Spots::default();
            let cursor = draw_with(model, buffer, &mut spots);
            (cursor, if *links && model.settings.links { spots.into_links() } else { Vec::new() })
        }))
    }

    /// Sleeps until something happens and takes in all that is there; gives the exit code where that is the end.
    fn turn(&mut self) -> io::Result<Option<u8>> {
        let rests = self.model.awaits_rest().then(|| Instant::now() + REST);
        loop {
            let mut happened = false;
            while let Some(event) = self.events.next_ready() {
                happened = true;
                if let Some(code) = self.take_in(event)? {
                    return Ok(Some(code));
                }
            }
            if happened {
                return Ok(None);
            }
            let left = rests.map(|rests| rests.saturating_duration_since(Instant::now()));
            if left == Some(Duration::ZERO) {
                return self.update(Message::Rested);
            }
            self.events.wait(left)?;
        }
    }

    fn take_in(&mut self, event: Event) -> io::Result<Option<u8>> {
        match event {
            Event::Input(Input::Key(key)) => self.update(Message::Key(key)),
            Event::Input(Input::Mouse(mouse)) => {
                let mouse = self.clicks.counted(mouse, Instant::now());
                self.update(Message::Mouse(mouse))
            }
            Event::Input(Input::Paste(text)) => self.update(Message::Paste(text)),
            // An answer that came late, or a change since.
            Event::Input(Input::Background(background)) => self.update(Message::Background(background)),
            Event::Input(Input::Attributes) => Ok(None),
            Event::Woken => self.open_post(),
            Event::Resized => self.measure(),
            Event::Suspend => self.suspend(),
            Event::Continued => {
                self.guard.retake()?;
                self.screen.forget();
                self.measure()
            }
            Event::End(code) => Ok(Some(code)),
        }
    }

    /// Takes in what other threads handed over.
    fn open_post(&mut self) -> io::Result<Option<u8>> {
        while let Some(message) = self.post.next() {
            if let Some(code) = self.update(message)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    /// Takes the terminal's size over, if it is another.
    fn measure(&mut self) -> io::Result<Option<u8>> {
        let (width, height) = size()?;
        if (width, height) == self.screen.size() {
            return Ok(None);
        }
        self.screen.resize(width, height);
        self.update(Message::Resize(width, height))
    }

    /// Takes a message into the model and does what comes of it, up to the effect that ends the program.
    fn update(&mut self, message: Message) -> io::Result<Option<u8>> {
        let effects = update(&mut self.model, message);
        self.follow(effects)
    }

    fn follow(&mut self, effects: Vec<Effect>) -> io::Result<Option<u8>> {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            let notice = match effect {
                Effect::Quit => return Ok(Some(0)),
                Effect::Suspend => return self.suspend(),
                Effect::Redraw => {
                    self.screen.forget();
                    continue;
                }
                Effect::Remember(asked, line) => {
                    self.history.append(asked, &line);
                    continue;
                }
                Effect::OpenLink(link) => open_link(&link, self.surroundings),
                Effect::Copy { what, text } => {
                    let (bytes, notice) = copy(what, &text, self.surroundings);
                    self.guard.write(bytes.as_bytes())?;
                    notice
                }
                Effect::Compute(job) => {
                    effects.extend(self.compute(job));
                    continue;
                }
                Effect::ReadEdition(folder) => {
                    effects.extend(self.read_edition(&folder));
                    continue;
                }
                Effect::Edit(edit) => match self.edit(&edit)? {
                    Some(code) => return Ok(Some(code)),
                    None => continue,
                },
                Effect::SaveScenario { folder, id, text } => {
                    match self.save_scenario(&folder, &id, &text)? {
                        Some(code) => return Ok(Some(code)),
                        None => continue,
                    }
                }
                Effect::Init(folder) => match self.init(&folder)? {
                    Some(code) => return Ok(Some(code)),
                    None => continue,
                },
            };
            effects.extend(update(&mut self.model, Message::Told(notice)));
        }
        Ok(None)
    }

    /// Has a job done off this thread.
    fn compute(&mut self, job: Job) -> Vec<Effect> {
        self.aside(move || Message::Computed(job.run()))
    }

    /// Has an earlier edition read off this thread.
    fn read_edition(&mut self, folder: &Path) -> Vec<Effect> {
        let reading = self.model.reading_of(folder);
        self.aside(move || reading.message())
    }

    /// Has something done in a thread of its own; where none can be had, it is done here.
    fn aside(&mut self, work: impl Fn() -> Message + Clone + Send + 'static) -> Vec<Effect> {
        let (post, same) = (self.post.clone(), work.clone());
        match thread::Builder::new().spawn(move || post.send(work())) {
            Ok(_) => Vec::new(),
            Err(_) => update(&mut self.model, same()),
        }
    }

    /// Stops for the shell. When it continues us, that is an event of its own.
    fn suspend(&mut self) -> io::Result<Option<u8>> {
        if !terminal::suspend(|| self.guard.give_back())? {
            let text = "There is no shell to go back to".to_owned();
            update(&mut self.model, Message::Told(Notice { tone: Tone::Warning, text }));
        }
        Ok(None)
    }
}

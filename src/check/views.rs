//! The saved views of the board: whether what they say can be taken.

use super::board::{complete, undefined};
use super::{Case, Findings, Roster};
use crate::analysis::{Lens, Units};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::BAD_VIEW;
use crate::filter::{Filter, Order, Vocabulary};
use crate::scorecard::{BoardPlan, Code, Phrase, SavedView, ViewName};
use crate::text::nearest;

pub(super) fn check(case: &Case<'_>, file: u16, plan: &BoardPlan, roster: &Roster, problems: &mut Findings) {
    let words = Words { case, plan };
    for (place, view) in plan.views.iter().enumerate() {
        if let Some(first) = plan.views[..place].iter().find(|first| first.name == view.name) {
            let message = format!("two views are called `{}`", view.name);
            let problem = Problem::new(&BAD_VIEW, file, view.name_at, message).label("the second time");
            problems.push(problem.related(first.name_at, "the first time"));
        }
        names(&words, file, view, roster, problems);
        sentences(&words, file, view, problems);
        hidden(file, view, problems);
        sides(&words, file, view, roster, problems);
    }
}

/// The names that something else has to define.
fn names(words: &Words<'_>, file: u16, view: &SavedView, roster: &Roster, problems: &mut Findings) {
    let Words { case, plan } = *words;
    let poles = view.poles.iter().flatten();
    for &(code, at) in poles.chain(view.columns.iter().flatten()).filter(|(code, _)| !roster.knows(*code)) {
        let codes = plan.jurisdictions.iter().map(|found| found.code.as_str());
        problems.push(undefined("jurisdiction", code.as_str(), codes, file, at));
    }
    let mut name = |what, phrase: &Option<Phrase>, known: Vec<&str>| {
        if let Some(Phrase { text, at }) = phrase
            && !known.contains(&&**text)
        {
            problems.push(undefined(what, text, known.into_iter(), file, *at));
        }
    };
    let groups = plan.groups.iter().map(|group| &*group.name);
    name("group", &view.group, groups.chain([BoardPlan::ALL]).collect());
    let sets = plan.weight_sets.iter().map(|set| &*set.name);
    name("weight set", &view.weights, sets.chain(["authored", "equal"]).collect());
    if complete(case) {
        name("area", &view.area, words.areas().map(|(id, _)| id).collect());
    }
}

/// The words of its filter, its order, its lens and who counts once.
fn sentences(words: &Words<'_>, file: u16, view: &SavedView, problems: &mut Findings) {
    // Areas and approaches that are not found may stand in a file that could not be read.
    let faults = view.filter.iter().filter(|_| complete(words.case)).flat_map(|phrase| {
        let faults = Filter::parse(&phrase.text, words).faults;
        faults.into_iter().map(move |fault| (phrase.place(fault.span), fault))
    });
    for (at, fault) in faults {
        let problem = Problem::new(&BAD_VIEW, file, at, format!("in the filter: {}", fault.message));
        problems.push(problem.label("cannot be understood").help(fault.help()));
    }
    if let Some(phrase) = &view.sort
        && Order::parse(&phrase.text, view.view, words).is_none()
    {
        let known = Order::words(view.view, words);
        problems.push(wrong("order", phrase, &known, file));
    }
    if let Some(phrase) = &view.lens
        && Lens::parse(&phrase.text).is_none()
    {
        let known = Lens::WORDS.map(str::to_owned);
        problems.push(wrong("lens", phrase, &known, file));
    }
    if let Some(phrase) = &view.units
        && Units::parse(&phrase.text).is_none()
    {
        let known = Units::ALL.map(|units| units.key().to_owned());
        problems.push(wrong("way to count", phrase, &known, file));
    }
}

/// The columns that another view than the list of gaps is told to hide.
fn hidden(file: u16, view: &SavedView, problems: &mut Findings) {
    if let Some(&(column, at)) = view.hidden.first().filter(|_| view.view != ViewName::Gaps) {
        let message = format!("`{}` is a column of the list of gaps", column.key());
        let problem = Problem::new(&BAD_VIEW, file, at, message).label("is not in this view");
        problems
            .push(problem.help("`hidden` goes with `view: gaps`; `columns` names the jurisdictions to show"));
    }
}

/// The two that are put side by side.
fn sides(words: &Words<'_>, file: u16, view: &SavedView, roster: &Roster, problems: &mut Findings) {
    let [first, rest @ ..] = &*view.sides else { return };
    let mut bad = |message: &str, label, help| {
        problems.push(Problem::new(&BAD_VIEW, file, first.at, message.to_owned()).label(label).help(help));
    };
    if view.view != ViewName::Compare {
        bad("two sides are of Compare", "is not in this view", "`sides` goes with `view: compare`");
    } else if rest.len() != 1 || rest.iter().any(|second| second.text == first.text) {
        let help =
            "write two codes, one of them with a lens where it is one jurisdiction: `[EU, EU@in-force]`";
        bad("a view compares two different sides", "the first of them", help);
    }
    for side in &view.sides {
        let (code, lens) =
            side.text.split_once('@').map_or((&*side.text, None), |(code, lens)| (code, Some(lens)));
        if !Code::parse(code).is_some_and(|code| roster.knows(code)) {
            let codes = words.plan.jurisdictions.iter().map(|found| found.code.as_str());
            problems.push(undefined("jurisdiction", code, codes, file, side.at));
        }
        if let Some(lens) = lens.filter(|lens| Lens::parse(lens).is_none()) {
            let phrase = Phrase { text: lens.into(), at: side.at };
            problems.push(wrong("lens", &phrase, &Lens::WORDS.map(str::to_owned), file));
        }
    }
}

fn wrong(what: &str, phrase: &Phrase, known: &[String], file: u16) -> Problem {
    let meant = nearest(&phrase.text, known.iter().map(String::as_str));
    let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
    Problem::new(&BAD_VIEW, file, phrase.at, format!("there is no {what} `{}`", phrase.text))
        .label("cannot be understood")
        .help(format!("{meant}allowed: {}", known.join(", ")))
}

/// The words that filters of this workspace may use.
struct Words<'a> {
    case: &'a Case<'a>,
    plan: &'a BoardPlan,
}

impl Vocabulary for Words<'_> {
    fn jurisdictions(&self) -> Box<dyn Iterator<Item = (Code, &str)> + '_> {
        Box::new(self.plan.jurisdictions.iter().map(|found| (found.code, &*found.name)))
    }

    fn areas(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
        Box::new(self.case.scorecards().map(|(_, area)| (&*area.id, &*area.title)))
    }

    fn approaches(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        let measures = self.case.scorecards().flat_map(|(_, area)| &area.measures);
        Box::new(measures.flat_map(|measure| measure.approaches.iter().map(|approach| &*approach.name)))
    }
    fn lists(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
        let lists = self.case.registers().flat_map(|(_, register)| &register.lists);
        Box::new(lists.map(|list| (&*list.id, &*list.name)))
    }
}

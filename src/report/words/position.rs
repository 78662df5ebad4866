use crate::scorecard::{Answer, Code, Confidence, Level, PartialDate};

/// A level with its name: `level 3`.
pub fn level(level: Level) -> String {
    format!("level {level}")
}

/// A level against the highest there is: `3 of 4`.
pub fn level_of_highest(level: Level) -> String {
    format!("{level} of {}", Level::HIGHEST)
}

/// What a position answers: its level's number, `unknown` or `not applicable`.
pub fn answer(answer: Answer) -> String {
    match answer {
        Answer::Known(level) => level.to_string(),
        Answer::Unknown => "unknown".to_owned(),
        Answer::NotApplicable => "not applicable".to_owned(),
    }
}

/// How sure the authors are: `high confidence`.
pub fn confidence(confidence: Confidence) -> String {
    format!("{} confidence", confidence.key())
}

/// Whether a level carries the mark of low confidence.
pub fn tentative(confidence: Option<Confidence>) -> bool {
    confidence == Some(Confidence::Low)
}

/// A dated step and whose it is: `2027-01 US: the act applies`.
pub fn next_step(date: PartialDate, code: Code, what: &str) -> String {
    format!("{date} {code}: {what}")
}

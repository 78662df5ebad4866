//! Following a workspace: asleep until its files change, then what they say now.

use std::time::Duration;

use super::Workspace;
use super::reread::{Look, Reader};
use super::watch::Watcher;
use crate::scorecard::PartialDate;

/// How long a file that looks half written is given before it is looked at again.
const PAUSE: Duration = Duration::from_millis(100);
/// How often it is looked at again before it counts as it stands.
const PATIENCE: u32 = 3;

/// Follows the files of a workspace.
///
/// It reads from the moment of its first [`Follower::next_change`] on, and finds then what changed since the workspace was
/// opened.
#[derive(Debug)]
pub struct Follower {
    reader: Reader,
    poll: bool,
    watcher: Option<Watcher>,
}

impl Follower {
    /// A follower of a workspace that was just opened; nothing for the one inside the program, which never changes.
    /// With `poll` it looks at the files now and then instead of being told.
    pub fn new(workspace: &Workspace, today: PartialDate, poll: bool) -> Option<Self> {
        Some(Self { reader: Reader::new(workspace, today)?, poll, watcher: None })
    }

    /// Begins to watch, and says why the files are looked at now and then where the system cannot tell of changes.
    pub fn begin(&mut self) -> Option<String> {
        self.watcher.get_or_insert_with(|| Watcher::new(self.reader.places(), self.poll)).why_polling()
    }

    /// Sleeps until the files say something new, and gives the workspace as it is then. A file with errors is on its
    /// board as it was when it had none.
    pub fn next_change(&mut self) -> Workspace {
        self.begin();
        let Self { reader, watcher, poll } = self;
        let watcher = watcher.get_or_insert_with(|| Watcher::new(reader.places(), *poll));
        let mut patience = PATIENCE;
        loop {
            // Watching begins before reading, so that nothing falls between the two.
            watcher.follow(reader.places());
            match reader.look(patience > 0) {
                Look::Changed(workspace) => return *workspace,
                Look::Same => {
                    patience = PATIENCE;
                    watcher.wait();
                }
                Look::Unfinished => {
                    patience -= 1;
                    std::thread::sleep(PAUSE);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    /// Long enough for a busy machine. Nothing waits this long unless it fails.
    const LIMIT: Duration = Duration::from_secs(30);

    /// A folder whose changes are told by the title of its board.
    struct Followed {
        folder: PathBuf,
        titles: Receiver<String>,
    }

    impl Followed {
        fn new(name: &str, poll: bool) -> Self {
            let folder = std::env::temp_dir().join(format!("t12-follow-{}-{name}", std::process::id()));
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("board.yaml"), board("First")).unwrap();
            let today = PartialDate::parse("2026-11-21").unwrap();
            let workspace = Workspace::open(std::slice::from_ref(&folder), today);
            let mut follower = Follower::new(&workspace, today, poll).unwrap();
            assert_eq!(follower.begin(), None);
            let (tell, titles) = channel();
            std::thread::spawn(move || while tell.send(told(&follower.next_change())).is_ok() {});
            Self { folder, titles }
        }

        fn wait_for(&self, title: &str) {
            while self.titles.recv_timeout(LIMIT).unwrap() != title {}
        }

        fn save(&self, title: &str) {
            let file = self.folder.join("board.yaml");
            let beside = self.folder.join("4913");
            fs::write(&beside, board(title)).unwrap();
            fs::rename(beside, file).unwrap();
            self.wait_for(title);
        }
    }

    impl Drop for Followed {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }

    /// The title of the board, and those of its scenarios behind it.
    fn told(workspace: &Workspace) -> String {
        let titles = workspace.board.scenarios.iter().map(|scenario| &scenario.title);
        std::iter::once(&workspace.board.title)
            .chain(titles)
            .map(|title| &**title)
            .collect::<Vec<_>>()
            .join(" + ")
    }

    fn board(title: &str) -> String {
        format!(
            "kind: board\nversion: 1\ntitle: {title}\npoles: [AA, BB]\njurisdictions:\n  AA: {{name: A}}\n  BB: {{name: B}}\n"
        )
    }

    #[test]
    fn every_way_of_saving_is_noticed() {
        for poll in [false, true] {
            let followed = Followed::new(if poll { "poll" } else { "told" }, poll);
            let file = followed.folder.join("board.yaml");
            followed.save("Renamed over");
            fs::write(&file, board("Written over")).unwrap();
            followed.wait_for("Written over");
            fs::rename(&file, followed.folder.join("board.yaml~")).unwrap();
            fs::write(&file, board("With a backup")).unwrap();
            followed.wait_for("With a backup");
        }
    }

    #[test]
    fn a_folder_of_scenarios_is_noticed_when_it_comes_changes_and_goes() {
        for poll in [false, true] {
            let followed = Followed::new(if poll { "scenarios-poll" } else { "scenarios" }, poll);
            let scenarios = followed.folder.join("scenarios");
            let scenario = |id: &str, title: &str| {
                let text =
                    format!("kind: scenario\nversion: 1\nid: {id}\ntitle: {title}\nmembers: {{AA: in}}\n");
                fs::write(scenarios.join(format!("{id}.yaml")), text).unwrap();
            };
            fs::create_dir(&scenarios).unwrap();
            scenario("one", "One");
            followed.wait_for("First + One");
            scenario("one", "Another");
            followed.wait_for("First + Another");
            scenario("two", "Two");
            followed.wait_for("First + Another + Two");
            fs::remove_dir_all(&scenarios).unwrap();
            followed.wait_for("First");
        }
    }

    #[test]
    fn a_folder_is_followed_through_its_absence_and_its_replacement() {
        let followed = Followed::new("absent", false);
        fs::remove_dir_all(&followed.folder).unwrap();
        followed.wait_for("First");
        fs::create_dir_all(&followed.folder).unwrap();
        fs::write(followed.folder.join("board.yaml"), board("Back")).unwrap();
        followed.wait_for("Back");
        followed.save("Saved again");
        let away = followed.folder.with_extension("away");
        fs::rename(&followed.folder, &away).unwrap();
        fs::create_dir_all(&followed.folder).unwrap();
        fs::write(followed.folder.join("board.yaml"), board("Another folder")).unwrap();
        followed.wait_for("Another folder");
        followed.save("And a save in it");
        fs::remove_dir_all(away).unwrap();
    }

    #[test]
    #[cfg(unix)]
    fn a_file_is_followed_through_a_symbolic_link() {
        let followed = Followed::new("link", false);
        let away = followed.folder.with_extension("target");
        fs::create_dir_all(&away).unwrap();
        fs::write(away.join("real"), board("Linked")).unwrap();
        fs::remove_file(followed.folder.join("board.yaml")).unwrap();
        std::os::unix::fs::symlink(away.join("real"), followed.folder.join("board.yaml")).unwrap();
        followed.wait_for("Linked");
        fs::write(away.join("real"), board("Behind the link")).unwrap();
        followed.wait_for("Behind the link");
        fs::remove_dir_all(away).unwrap();
    }
}

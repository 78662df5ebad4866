//! A program in a terminal of its own: what it shows, keys pressed, and how it ends.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// Long enough for a machine that is busy with something else. Nothing waits this long unless it fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// What a terminal says when it is asked for its background, then what it is.
pub(crate) const DARK: &str = "\x1b]11;rgb:1010/1414/1818\x1b\\\x1b[?62;22c";
/// The same of a light one.
pub(crate) const LIGHT: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c";

/// What begins and ends an update that a terminal shows at once.
const UPDATE: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];

/// What the terminal got so far.
struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    /// How many of the bytes are on the screen: as with every terminal that knows updates, half of one is not.
    shown: usize,
}

impl Seen {
    fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        let waiting = &self.bytes[self.shown..];
        let [begun, ended] = UPDATE.map(|mark| last(waiting, mark));
        let whole = match begun {
            Some(begun) if ended < Some(begun) => begun,
            _ => waiting.len() - begun_at_the_end(waiting),
        };
        self.show(self.shown + whole);
    }

    /// Nothing more comes: all of it is shown.
    fn end(&mut self) {
        self.show(self.bytes.len());
    }

    fn show(&mut self, until: usize) {
        self.parser.process(&self.bytes[self.shown..until]);
        self.shown = until;
    }
}

/// Where a mark stands last.
fn last(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).rposition(|window| window == mark)
}

/// How many of the last bytes may be the first of what begins an update.
fn begun_at_the_end(bytes: &[u8]) -> usize {
    (1..UPDATE[0].len()).rev().find(|&count| bytes.ends_with(&UPDATE[0][..count])).unwrap_or(0)
}

/// A terminal with a program in it.
pub(crate) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    reader: Option<JoinHandle<()>>,
    settings: String,
}

/// How a terminal was left.
pub(crate) struct Left {
    pub(crate) code: u32,
    pub(crate) output: String,
    pub(crate) screen: String,
    /// Whether the alternate screen is left, the cursor shown, pasted text unmarked and the style plain.
    pub(crate) clean: bool,
    /// Whether the settings of the terminal are what they were before.
    pub(crate) settings_kept: bool,
}

impl Terminal {
    /// The real program, in an environment where nothing else is set.
    pub(crate) fn start(arguments: &[&str], variables: &[(&str, &str)], answer: &'static str) -> Self {
        let mut command = vec![env!("CARGO_BIN_EXE_t12")];
        command.extend(arguments);
        Self::run(&command, variables, answer)
    }

    /// Any program in a terminal of 100 by 30.
    pub(crate) fn run(command: &[&str], variables: &[(&str, &str)], answer: &'static str) -> Self {
        let pair = native_pty_system().openpty(size(100, 30)).unwrap();
        let settings = settings(&*pair.master);
        let mut builder = CommandBuilder::new(command[0]);
        builder.args(&command[1..]);
        builder.cwd(env!("CARGO_MANIFEST_DIR"));
        builder.env_clear();
        builder.env("PATH", std::env::var("PATH").unwrap());
        builder.env("TERM", "xterm-256color");
        builder.env("COLORTERM", "truecolor");
        builder.env("T12_TODAY", "2026-11-21");
        // No folder, so that nothing typed here is kept for the person who runs the tests.
        builder.env("T12_STATE_DIR", "/dev/null");
        builder.env("T12_CONFIG_DIR", "tests/no-settings");
        for (name, value) in variables {
            builder.env(name, value);
        }
        let child = pair.slave.spawn_command(builder).unwrap();
        drop(pair.slave);
        let writer = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let sides = [30, 100].map(|side| NonZero::new(side).unwrap());
        let parser = vt100::Parser::new(sides[0], sides[1], 0);
        let seen = Arc::new((Mutex::new(Seen { parser, bytes: Vec::new(), shown: 0 }), Condvar::new()));
        let reader = read_all(pair.master.try_clone_reader().unwrap(), &seen, &writer, answer);
        Self { master: pair.master, child, writer, seen, reader: Some(reader), settings }
    }

    /// Sends keys as a terminal would.
    pub(crate) fn press(&self, bytes: &str) {
        let mut writer = self.writer.lock().unwrap();
        writer.write_all(bytes.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until the screen is as wished, and gives the text of that screen.
    pub(crate) fn wait_until(&self, what: &str, wished: impl Fn(&vt100::Screen) -> bool) -> String {
        let (seen, changed) = &*self.seen;
        let until = Instant::now() + PATIENCE;
        let mut seen = seen.lock().unwrap();
        while !wished(seen.parser.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited for {what}, saw:\n{}", seen.parser.screen().contents());
            seen = changed.wait_timeout(seen, left).unwrap().0;
        }
        seen.parser.screen().contents()
    }

    /// Waits until the screen shows a text, and gives all of the screen.
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contents().contains(text))
    }

    /// Everything that was written so far.
    pub(crate) fn output(&self) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().unwrap().bytes).into_owned()
    }

    /// Gives the terminal another size and tells the program.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        self.seen
            .0
            .lock()
            .unwrap()
            .parser
            .screen_mut()
            .set_size(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap());
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Sends the program a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        let process = self.child.process_id().and_then(|id| Pid::from_raw(id.cast_signed())).unwrap();
        kill_process(process, signal).unwrap();
    }

    /// Waits until the program ends by itself.
    pub(crate) fn left(mut self) -> Left {
        let until = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < until, "does not end, shows:\n{}", self.output());
            std::thread::sleep(Duration::from_millis(5));
        };
        let settings_kept = settings(&*self.master) == self.settings;
        self.reader.take().unwrap().join().unwrap();
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.parser.screen();
        Left {
            code: status.exit_code(),
            output: String::from_utf8_lossy(&seen.bytes).into_owned(),
            screen: screen.contents(),
            clean: !screen.alternate_screen()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.fgcolor() == vt100::Color::Default
                && screen.bgcolor() == vt100::Color::Default
                && !(screen.bold() || screen.inverse() || screen.underline()),
            settings_kept,
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A failed test leaves nothing running.
        let _ = self.child.kill();
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

/// Shows on the screen what the program writes, and answers it as a terminal does.
fn read_all(
    mut from: Box<dyn Read + Send>,
    seen: &Arc<(Mutex<Seen>, Condvar)>,
    writer: &Arc<Mutex<Box<dyn Write + Send>>>,
    answer: &'static str,
) -> JoinHandle<()> {
    let (seen, writer) = (Arc::clone(seen), Arc::clone(writer));
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        // The end of the program is an error of the terminal on Linux and an end of file elsewhere.
        while let Ok(length @ 1..) = from.read(&mut bytes) {
            if bytes[..length].windows(6).any(|window| window == b"\x1b]11;?") {
                writer.lock().unwrap().write_all(answer.as_bytes()).unwrap();
            }
            let (lock, changed) = &*seen;
            let mut seen = lock.lock().unwrap();
            seen.take(&bytes[..length]);
            changed.notify_all();
        }
        seen.0.lock().unwrap().end();
    })
}

//! Standing aside while another program has the terminal.

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, getpgrp, getpid, getsid, kill_process, waitpid};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGCHLD, SIGHUP, SIGTERM};

use super::wait::Events;

/// How another program left the terminal.
#[derive(Debug)]
pub struct Left {
    /// How it ended.
    pub status: ExitStatus,
    /// The exit code of our own where a signal ended us meanwhile.
    pub end: Option<u8>,
}

impl Events {
    /// Runs a program in the terminal, which was given back, until it ends. Nothing is read meanwhile, and the
    /// settings of the terminal are those of before, however it ends.
    ///
    /// Interrupts are its own affair. Where it stops for the shell, we stop too, so that the shell gets the terminal;
    /// where we are told to end, it is told as well.
    ///
    /// # Errors
    /// The program cannot be started, or not be waited for.
    pub fn stand_aside(&mut self, program: &mut Command) -> io::Result<Left> {
        self.signals.handle().add_signal(SIGCHLD)?;
        let settings = tcgetattr(rustix::stdio::stdin());
        let child = program.spawn()?;
        let left = self.wait_for(Pid::from_child(&child));
        if let Ok(settings) = settings {
            tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &settings)?;
        }
        left
    }

    fn wait_for(&mut self, child: Pid) -> io::Result<Left> {
        let mut end = None;
        loop {
            match waitpid(Some(child), WaitOptions::NOHANG | WaitOptions::UNTRACED) {
                Ok(Some((_, status))) if status.stopped() => stop_with(child)?,
                Ok(Some((_, status))) => {
                    // An interrupt from while it ran may still wait here; left for later, it would end us.
                    let end = self.told_to_end().map(exit_code).or(end);
                    return Ok(Left { status: ExitStatus::from_raw(status.as_raw()), end });
                }
                Ok(None) => self.wait_for_signal()?,
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
            if let Some(signal) = self.told_to_end() {
                end = Some(exit_code(signal));
                // It may be gone already.
                let _ = kill_process(child, if signal == SIGTERM { Signal::TERM } else { Signal::HUP });
            }
        }
    }

    /// Takes all signals that came, and gives the last that ends us while another program has the terminal.
    fn told_to_end(&mut self) -> Option<i32> {
        self.signals.pending().filter(|signal| [SIGTERM, SIGHUP].contains(signal)).last()
    }

    fn wait_for_signal(&self) -> io::Result<()> {
        match poll(&mut [PollFd::new(self.signals.get_read(), PollFlags::IN)], None) {
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

fn exit_code(signal: i32) -> u8 {
    128 + signal as u8
}

/// Stops as the child did, until the shell continues both. Without a shell nobody would: then the child goes on.
fn stop_with(child: Pid) -> io::Result<()> {
    if getsid(None)? == getpgrp() {
        kill_process(child, Signal::CONT)?;
    } else {
        kill_process(getpid(), Signal::STOP)?;
        // The shell continues all of its job, but one that moved into a group of its own is not part of it.
        kill_process(child, Signal::CONT)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rustix::process::{WaitId, WaitIdOptions, waitid};
    use signal_hook::consts::SIGINT;
    use signal_hook::low_level::raise;

    use super::*;

    #[test]
    fn an_interrupt_that_is_seen_only_after_the_end_is_not_ours() {
        let mut events = Events::listen().unwrap();
        let child = Pid::from_child(&Command::new("true").spawn().unwrap());
        waitid(WaitId::Pid(child), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT).unwrap();
        raise(SIGINT).unwrap();
        let left = events.wait_for(child).unwrap();
        assert!(left.status.success() && left.end.is_none());
        assert_eq!(events.signals.pending().count(), 0);
    }
}

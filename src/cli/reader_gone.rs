use std::io::{self, ErrorKind, Write};

/// A writer whose reader may go away, as `head` does. What is written after that goes nowhere: the command still runs
/// to its end, so that its exit code is the same whoever reads.
pub(super) struct ReaderGone<W> {
    out: W,
    gone: bool,
}

impl<W: Write> ReaderGone<W> {
    /// A writer with its reader still there.
    pub(super) const fn new(out: W) -> Self {
        Self { out, gone: false }
    }

    fn unless_gone<T>(&mut self, otherwise: T, write: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if self.gone {
            return Ok(otherwise);
        }
        match write(&mut self.out) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(otherwise)
            }
            result => result,
        }
    }
}

impl<W: Write> Write for ReaderGone<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unless_gone(bytes.len(), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.unless_gone((), W::flush)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails with one kind of error after so many bytes.
    struct Failing(usize, ErrorKind);

    impl Write for Failing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            if taken == 0 { Err(self.1.into()) } else { Ok(taken) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn only_a_reader_that_went_away_is_no_error() {
        let written = |kind| ReaderGone::new(Failing(3, kind)).write_all(b"far too much");
        assert!(written(ErrorKind::BrokenPipe).is_ok());
        assert_eq!(written(ErrorKind::StorageFull).unwrap_err().kind(), ErrorKind::StorageFull);
    }
}

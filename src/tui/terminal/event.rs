use super::input::Input;

/// Something the terminal or the system says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The person or the terminal sent something.
    Input(Input),
    /// Another thread has something to say.
    Woken,
    /// The terminal may have another size.
    Resized,
    /// The program has to end, with this exit code: 128 and the signal's number, as shells count.
    End(u8),
    /// The shell wants the terminal for a while.
    Suspend,
    /// The shell gave the terminal back.
    Continued,
}

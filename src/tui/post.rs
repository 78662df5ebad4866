//! Messages from other threads: they wake the loop, and the loop takes them in as it takes in a key.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::message::Message;
use super::terminal::Waker;

/// Where another thread hands a message to the program. Clones lead to the same program.
#[derive(Clone, Debug)]
pub struct Post {
    letters: Arc<Mutex<VecDeque<Message>>>,
    waker: Waker,
}

impl Post {
    /// An empty post that wakes the program by `waker`.
    pub(super) fn new(waker: Waker) -> Self {
        Self { letters: Arc::default(), waker }
    }

    /// Hands a message over and wakes the program. A message that overtakes one of its kind takes its place, so that
    /// nothing piles up while the program does not look.
    pub fn send(&self, message: Message) {
        let mut letters = self.letters();
        letters.retain(|earlier| !message.overtakes(earlier));
        letters.push_back(message);
        drop(letters);
        self.waker.wake();
    }

    /// The oldest message that nobody took yet.
    pub(super) fn next(&self) -> Option<Message> {
        self.letters().pop_front()
    }

    /// A thread that died in the middle leaves whole messages behind.
    fn letters(&self) -> MutexGuard<'_, VecDeque<Message>> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_in_order_and_the_last_size_counts() {
        let post = Post::new(Waker::default());
        let sender = post.clone();
        let sizes = [Message::Resize(1, 1), Message::Paste("a".to_owned()), Message::Resize(2, 2)];
        std::thread::spawn(move || sizes.map(|message| sender.send(message))).join().unwrap();
        assert!(matches!(post.next(), Some(Message::Paste(_))));
        assert!(matches!(post.next(), Some(Message::Resize(2, 2))));
        assert!(post.next().is_none());
    }
}

//! The addresses that cells lead to, as small numbers that stay the same from one frame to the next.

/// The addresses that were seen on the screen; each has a number from 1.
#[derive(Debug, Default)]
pub(super) struct Links {
    addresses: Vec<Box<str>>,
}

impl Links {
    /// As many addresses have a number at a time.
    const MOST: usize = u8::MAX as usize;

    /// The number of an address; 0, as for none, where there are no more numbers.
    pub(super) fn number(&mut self, address: &str) -> u8 {
        if let Some(at) = self.addresses.iter().position(|known| **known == *address) {
            return at as u8 + 1;
        }
        if self.addresses.len() == Self::MOST {
            return 0;
        }
        self.addresses.push(address.into());
        self.addresses.len() as u8
    }

    /// The address of a number.
    pub(super) fn address(&self, number: u8) -> Option<&str> {
        self.addresses.get(usize::from(number).checked_sub(1)?).map(|address| &**address)
    }

    /// Makes room for `more` addresses; tells whether it had to forget all, for then no number means anything any more.
    pub(super) fn make_room(&mut self, more: usize) -> bool {
        let full = self.addresses.len() + more > Self::MOST;
        if full {
            self.addresses.clear();
        }
        full
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_its_number_until_all_are_forgotten() {
        let mut links = Links::default();
        let first = links.number("https://a.example");
        assert_eq!([first, links.number("https://b.example"), links.number("https://a.example")], [1, 2, 1]);
        assert_eq!(
            (links.address(2), links.address(0), links.address(3)),
            (Some("https://b.example"), None, None)
        );
        for more in 0..300 {
            links.number(&format!("https://a.example/{more}"));
        }
        assert_eq!(links.number("https://c.example"), 0, "no more numbers");
        assert!(links.make_room(1) && !links.make_room(1));
        assert_eq!(links.number("https://c.example"), 1);
    }
}

//! Addresses, made ready for a phone's system. Both phones take what is written here, so that what is opened is decided in one
//! place that is tested on a computer. What is dialled is decided in `domain`.

use crate::domain::dialled;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand in the words of a message inside an address (RFC 3986, "unreserved"); all else is escaped.
const WORDS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address that opens the dialer (RFC 3966).
pub fn tel(number: &str) -> Option<String> {
    dialled(number).map(|digits| format!("tel:{digits}"))
}

/// The address that opens the messages on Android. The words go beside it, not in it.
pub fn smsto(number: &str) -> Option<String> {
    dialled(number).map(|digits| format!("smsto:{digits}"))
}

/// The address that opens the messages on iOS, words included. Apple documents only the number; `&body=` is what iOS has read
/// since version 8.
pub fn sms(number: &str, body: &str) -> Option<String> {
    let digits = dialled(number)?;
    Some(match body {
        "" => format!("sms:{digits}"),
        body => format!("sms:{digits}&body={}", utf8_percent_encode(body, WORDS)),
    })
}

/// A page that may be opened in the browser: over TLS only, with a host and without a name or password in front of it.
pub fn page(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = !url.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    (!host.is_empty() && !host.contains('@') && plain).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_as_it_is_written() {
        assert_eq!(tel("999").as_deref(), Some("tel:999"));
        assert_eq!(tel("0808 802 0300").as_deref(), Some("tel:08088020300"));
        assert_eq!(tel("+44 (0)20\u{a0}7946\u{2011}0000").as_deref(), Some("tel:+442079460000"));
        assert_eq!(smsto("07700 900123").as_deref(), Some("smsto:07700900123"));
    }

    #[test]
    fn a_text_to_a_number_with_the_zero_behind_44_goes_to_a_number_that_is_there() {
        for number in ["+44 (0)7700 900123", "0044 (0)7700 900123", "+4407700900123"] {
            assert_eq!(smsto(number).as_deref(), Some("smsto:+447700900123"), "{number}");
            assert_eq!(sms(number, "").as_deref(), Some("sms:+447700900123"), "{number}");
            assert_eq!(tel(number).as_deref(), Some("tel:+447700900123"), "{number}");
        }
    }

    #[test]
    fn what_is_not_a_plain_number_is_not_dialled() {
        for number in [
            "",
            " ",
            "+",
            "*#06#",
            "999#",
            "99+9",
            "999;phone-context=x",
            "999,1",
            "nine",
            "12345678901234567",
            "999\n1",
        ] {
            assert_eq!(tel(number), None, "{number:?}");
            assert_eq!(sms(number, "words"), None, "{number:?}");
        }
    }

    #[test]
    fn words_in_an_address_cannot_become_part_of_it() {
        assert_eq!(sms("999", "").as_deref(), Some("sms:999"));
        let address = sms("999", "I'm at no. 5 & 6?\n#2 \u{e9}").unwrap_or_default();
        assert_eq!(address, "sms:999&body=I%27m%20at%20no.%205%20%26%206%3F%0A%232%20%C3%A9");
    }

    #[test]
    fn only_pages_over_tls_are_opened() {
        assert_eq!(page("https://www.police.uk/a?b#c"), Some("https://www.police.uk/a?b#c"));
        for url in [
            "http://police.uk",
            "https://",
            "https:///x",
            "https://a@b.uk",
            "javascript:x",
            "intent:x",
            "https://a b",
            "",
            "HTTPS://x",
        ] {
            assert_eq!(page(url), None, "{url:?}");
        }
    }
}

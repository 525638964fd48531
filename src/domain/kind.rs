//! What kind of thing happened, and what it changed. What the law calls them stands in the guidance, by nation;
//! it is never stamped on what she wrote.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! worded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident => $words:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$vdoc])* #[doc = $words] $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As the app and the pack say it.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words),+ }
            }
        }
    };
}

worded! {
    /// What kind of sighting or contact.
    Kind {
        Seen => "Seen",
        Followed => "Followed",
        CameToHome => "Came to my home",
        CameToWork => "Came to my work",
        CameToStudy => "Came where I study",
        Waited => "Waited or hung about",
        Watched => "Watched or spied on",
        Approached => "Came up to me",
        Call => "Call",
        SilentCall => "Silent call",
        Voicemail => "Voicemail",
        Text => "Text",
        Email => "Email",
        SocialMedia => "Social media",
        FakeProfile => "Fake profile",
        PostedAboutMe => "Posted about me",
        ThroughOthers => "Through other people",
        Letter => "Letter or card",
        Gift => "Gift",
        LeftSomething => "Left something",
        Damage => "Damage",
        BreakIn => "Broke in",
        Tracker => "Tracker",
        Accounts => "Got into my accounts",
        Threat => "Threat",
        Other => "Something else",
    }
}

worded! {
    /// What it changed in her days.
    Effect {
        Route => "My route",
        PlacesAvoided => "Places I avoid",
        SleepOrHealth => "Sleep or health",
        WorkOrStudy => "Work or study",
        SeeingPeople => "Seeing people",
        Security => "Locks and security",
        MovedHome => "Moved home",
        Money => "Money",
        Other => "Something else",
    }
}

impl Kind {
    /// Behind another one in a list, as the app and the pack say it: "followed", "came where I study".
    pub fn after(self) -> String {
        let small = |(at, letter): (usize, char)| if at == 0 { letter.to_ascii_lowercase() } else { letter };
        self.words().chars().enumerate().map(small).collect()
    }

    /// Many that are alike, as the app and the pack say it: "43 calls", "Seen 3 times".
    pub fn counted(self, count: u32) -> String {
        let many = match self {
            Self::Call => "calls",
            Self::SilentCall => "silent calls",
            Self::Voicemail => "voicemails",
            Self::Text => "texts",
            Self::Email => "emails",
            Self::Letter => "letters or cards",
            Self::Gift => "gifts",
            Self::FakeProfile => "fake profiles",
            Self::Tracker => "trackers",
            Self::Threat => "threats",
            _ => return format!("{} {count} times", self.words()),
        };
        format!("{count} {many}")
    }
}

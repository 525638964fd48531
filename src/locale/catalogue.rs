//! The messages of one language, over English.

use super::{ENGLISH, LOCALES, Locale};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use std::collections::HashMap;
use unic_langid::{CharacterDirection, LanguageIdentifier};

type Bundle = FluentBundle<FluentResource>;

/// The messages of one language. What it lacks is English.
pub struct Catalogue {
    locale: Locale,
    /// The language itself, then English if that is another.
    bundles: Vec<Bundle>,
    /// Every text without values, by name: put together once and kept, so that a screen borrows it.
    plain: HashMap<String, String>,
}

impl Catalogue {
    /// The messages that are built in for this language.
    pub fn of(locale: Locale) -> Self {
        let english: &[_] = &[(ENGLISH, files_of(ENGLISH))];
        match locale {
            Locale::English => Self::read(locale, english),
            #[cfg(feature = "browser")]
            Locale::Accented | Locale::Mirrored => Self::with(locale, english, |bundle| {
                bundle.set_transform(Some(|text| fluent_pseudo::transform(text, false, true)));
                // What is put in is set apart: it is not the message's, and a test has to know.
                bundle.set_use_isolating(true);
            }),
        }
    }

    /// Messages from these files, the first language over the next. What cannot be read of a file is left out.
    pub fn read(locale: Locale, languages: &[(&str, &[(&str, &str)])]) -> Self {
        Self::with(locale, languages, |_| {})
    }

    fn with(locale: Locale, languages: &[(&str, &[(&str, &str)])], change: impl Fn(&mut Bundle)) -> Self {
        let mut made = Self { locale, bundles: Vec::new(), plain: HashMap::new() };
        let mut named = Vec::new();
        for (tag, files) in languages {
            let (mut bundle, names) = bundle(tag, files);
            change(&mut bundle);
            made.bundles.push(bundle);
            named.extend(names);
        }
        for name in named {
            if let Some(text) = made.said(&name, None) {
                made.plain.insert(name, text);
            }
        }
        made
    }

    /// Which language it is.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The text of this name, without values. A name that nobody knows is its own text: better than nothing, and tests see that
    /// there is none.
    pub fn plain<'a>(&'a self, name: &'a str) -> &'a str {
        self.plain.get(name).map_or(name, String::as_str)
    }

    /// The text of this name with these values.
    pub fn filled(&self, name: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let values: FluentArgs<'_> = values.iter().map(|(key, value)| (*key, value.clone())).collect();
        self.said(name, Some(&values)).unwrap_or_else(|| name.to_owned())
    }

    /// The text, from the first language that has it whole.
    fn said(&self, name: &str, values: Option<&FluentArgs<'_>>) -> Option<String> {
        let (message, part) = name.split_once('.').map_or((name, None), |(message, part)| (message, Some(part)));
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(message)?;
            let pattern = match part {
                Some(part) => message.get_attribute(part)?.value(),
                None => message.value()?,
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, values, &mut errors);
            errors.is_empty().then(|| text.into_owned())
        })
    }
}

fn files_of(tag: &str) -> &'static [(&'static str, &'static str)] {
    LOCALES.iter().find(|(locale, _)| *locale == tag).map(|(_, files)| *files).unwrap_or_default()
}

/// The messages of a language, and their names: `name`, and `name.part` for what stands under it.
fn bundle(tag: &str, files: &[(&str, &str)]) -> (Bundle, Vec<String>) {
    let tag: LanguageIdentifier = tag.parse().unwrap_or_default();
    let rtl = tag.character_direction() == CharacterDirection::RTL;
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Marks around what is put in keep a name of the other direction from tearing a sentence apart. English texts are copied and
    // searched, and do without.
    bundle.set_use_isolating(rtl);
    let mut names = Vec::new();
    for (_, text) in files {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partly, _)| partly);
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let name = message.id.name;
            names.push(name.to_owned());
            names.extend(message.attributes.iter().map(|part| format!("{name}.{}", part.id.name)));
        }
        bundle.add_resource_overriding(resource);
    }
    (bundle, names)
}

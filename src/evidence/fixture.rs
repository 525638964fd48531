//! A small journal for tests. Everybody in it is fiction.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest as _, Sha256};

use super::chain::{BEFORE_FIRST, head_message};
use super::pack::{Choice, Source};
use super::{Committed, key, media};
use crate::domain::{Source as HowKnown, *};

pub(crate) const CHAIN: ChainId = ChainId([0xc4; 16]);
pub(crate) const HOME: &str = "12 Larkspur Terrace, Exampleton EX4 7QQ";
pub(crate) const WITNESS: &str = "Priyanka";
pub(crate) const CONTACT: &str = "01632 960123";
pub(crate) const WRITTEN_AT: &str = "my sister's kitchen";

pub(crate) struct Fixture {
    pub records: Vec<Committed>,
    pub files: BTreeMap<FileId, Vec<u8>>,
    pub key: SigningKey,
    pub head: Option<SignedHead>,
}

pub(crate) fn when(text: &str) -> When {
    When::parse(text).unwrap()
}

fn moment(text: &str) -> Moment {
    Moment { at: when(text), boot_ms: Some(81_234) }
}

fn position(lat_e7: i32, lon_e7: i32) -> Option<Position> {
    Some(Position { lat_e7, lon_e7, accuracy_mm: Some(12_000), age_ms: Some(4_000), source: FixSource::Phone })
}

pub(crate) fn entry(draft: EntryDraft) -> Entry {
    draft.check("2026-11-20T10:00:00Z".parse().unwrap()).unwrap()
}

/// A picture with some shape to it.
pub(crate) fn picture(seed: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(640, 480, |x, y| {
        let v = ((x / 40 + y / 40) % 2) as u8 * 60;
        image::Rgb([seed.wrapping_add(v), (y / 3) as u8, 140 + v / 2])
    });
    let mut out = Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(picture).write_to(&mut out, image::ImageFormat::Jpeg).unwrap();
    out.into_inner()
}

/// The same with a GPS directory in its Exif part, and a marker text in its device's name.
pub(crate) fn picture_with_place(seed: u8) -> Vec<u8> {
    let plain = picture(seed);
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend(b"\x10\x01\x02\0\x0d\0\0\0\x40\0\0\0"); // Model, 13 bytes at 64
    tiff.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0"); // GPS directory at 38
    tiff.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
    tiff.resize(64, 0);
    tiff.extend(b"EXIFMARKER77\0");
    let mut exif = b"Exif\0\0".to_vec();
    exif.extend(&tiff);
    let mut out = vec![0xff, 0xd8, 0xff, 0xe1];
    out.extend(((exif.len() + 2) as u16).to_be_bytes());
    out.extend(exif);
    out.extend(&plain[2..]);
    out
}

impl Fixture {
    pub fn empty() -> Self {
        let mut one =
            Self { records: Vec::new(), files: BTreeMap::new(), key: SigningKey::from_bytes(&[7; 32]), head: None };
        let opened = Opened { chain: CHAIN, public_key: Digest(one.public_key()), continues: Vec::new() };
        one.push("2026-09-01T09:00:00+01:00[Europe/London]", Record::Opened(opened));
        one
    }

    pub fn public_key(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }

    pub fn push(&mut self, at: &str, record: Record) -> RecordId {
        let seq = self.records.len() as u64;
        let id = RecordId(Sha256::digest(seq.to_be_bytes())[..16].try_into().unwrap());
        let fields = Stamped { id, recorded: moment(at), record }.fields().unwrap();
        let previous = self.records.last().map_or(BEFORE_FIRST, Committed::link);
        self.records.push(Committed::new(CHAIN, seq, previous, fields).unwrap());
        id
    }

    pub fn file(&mut self, at: &str, entry: RecordId, name: &str, bytes: Vec<u8>) -> FileId {
        let file = FileId(Sha256::digest(name.as_bytes())[..16].try_into().unwrap());
        let record = FileRecord {
            entry,
            file,
            sha256: Digest(Sha256::digest(&bytes).into()),
            length: bytes.len() as u64,
            media_type: media::sniff(&bytes[..bytes.len().min(media::HEAD)]).to_owned(),
            name: Some(name.to_owned()),
            came_by: CameBy::Picked,
            cut_off: false,
        };
        self.push(at, Record::File(record));
        self.files.insert(file, bytes);
        file
    }

    /// Signs the head as it is now.
    pub fn sign_head(&mut self) {
        let last = self.records.last().unwrap();
        let signature = self.key.sign(&head_message(CHAIN, last.seq, last.link()));
        let signature = hex::encode(signature.to_bytes());
        self.head = Some(SignedHead { chain: CHAIN, seq: last.seq, link: last.link(), signature });
    }

    pub fn open(&self, id: FileId) -> std::io::Result<Box<dyn Read + '_>> {
        let bytes = self.files.get(&id).ok_or(std::io::ErrorKind::NotFound)?;
        Ok(Box::new(bytes.as_slice()))
    }

    pub fn sign(&self, manifest: &[u8]) -> Option<String> {
        let pair = ssh_key::private::Ed25519Keypair::from_seed(&self.key.to_bytes());
        let private = ssh_key::PrivateKey::from(pair);
        let signature = private.sign(key::NAMESPACE, ssh_key::HashAlg::Sha512, manifest).unwrap();
        signature.to_pem(ssh_key::LineEnding::LF).ok()
    }

    /// Calls `f` with a source of this journal.
    pub fn with_source<T>(&self, f: impl FnOnce(&Source<'_>) -> T) -> T {
        let open = |id| self.open(id);
        let sign = |bytes: &[u8]| self.sign(bytes);
        f(&Source {
            chain: CHAIN,
            public_key: self.public_key(),
            records: &self.records,
            open_file: &open,
            sign: &sign,
            head: self.head.clone(),
            made: moment("2026-11-20T10:15:00+00:00[Europe/London]"),
        })
    }

    /// Four entries, one corrected, with five files.
    pub fn journal() -> Self {
        let mut one = Self::empty();
        let bus = EntryDraft {
            happened: Some(Happened::Exact { at: when("2026-11-17T18:42") }),
            place: Some(Place {
                words: Some("Quarry Lane bus stop".to_owned()),
                sort: Some(PlaceSort::OnTheWay),
                position: position(507_265_000, -35_275_000),
                no_position: None,
            }),
            written_at: Some(Place { words: Some(WRITTEN_AT.to_owned()), ..Place::default() }),
            people: vec![Person {
                name: Some("The man from the gym".to_owned()),
                certainty: Certainty::Certain,
                how_known: Some("Three months at the same gym".to_owned()),
                looks: Some("Grey hooded top, white trainers".to_owned()),
                seen_for_s: Some(240),
                distance_m: Some(8),
                light: Some("Dark, under a street lamp, dry".to_owned()),
                in_the_way: Some("Nothing".to_owned()),
            }],
            kinds: vec![Kind::Seen, Kind::Followed],
            text: Some(
                "I got off the 18:30 bus and he was standing by the shelter. He put his phone away and walked behind \
                 me, about eight metres, as far as the chemist. I went in and waited.\nWhen I came out he was gone."
                    .to_owned(),
            ),
            effects: vec![Effect::Route, Effect::SleepOrHealth],
            effects_text: Some("I shook for an hour. I take the earlier bus now.".to_owned()),
            witnesses: vec![Witness {
                name: format!("{WITNESS} from the chemist"),
                contact: Some(CONTACT.to_owned()),
                saw: Some("Him at the window, twice".to_owned()),
            }],
            vehicles: vec![Vehicle { plate: Some("EX51 …K".to_owned()), looks: Some("Small blue van".to_owned()) }],
            vanishing: vec![Vanishing {
                what: "CCTV at the chemist".to_owned(),
                asked: Some("The manager, on 17 November".to_owned()),
                by: Some("2026-11-24".parse().unwrap()),
            }],
            ..EntryDraft::default()
        };
        let first = one.push("2026-11-17T19:20:31.123+00:00[Europe/London]", Record::Entry(entry(bus.clone())));
        one.file("2026-11-17T19:21:00+00:00[Europe/London]", first, "IMG_1842.jpg", picture(20));
        one.push("2026-11-18T08:00:00Z", Record::Unlocked { with: SecretClass::Pin, failed: 1 });
        let door = EntryDraft {
            happened: Some(Happened::About { at: when("2026-11-12T07:30") }),
            place: Some(Place {
                words: Some(HOME.to_owned()),
                sort: Some(PlaceSort::Home),
                position: position(507_300_000, -35_300_000),
                no_position: None,
            }),
            people: vec![Person {
                certainty: Certainty::NotSure,
                looks: Some("Tall, in a dark coat".to_owned()),
                ..Person::default()
            }],
            kinds: vec![Kind::CameToHome, Kind::LeftSomething],
            text: Some("Somebody left a card on the mat. The front of the card has a drawing of my gate.".to_owned()),
            told: vec![Told {
                who: "Police, 101".to_owned(),
                on: Some("2026-11-12".parse().unwrap()),
                reference: Some("EX-0417-26".to_owned()),
                officer: Some("PC 4471".to_owned()),
            }],
            order_broken: Some("Bail condition: not to come to the street".to_owned()),
            ..EntryDraft::default()
        };
        let second = one.push("2026-11-18T08:05:00+00:00[Europe/London]", Record::Entry(entry(door)));
        one.file("2026-11-18T08:06:00+00:00[Europe/London]", second, "card.jpg", picture_with_place(90));
        let corrected = EntryDraft {
            vehicles: vec![Vehicle {
                plate: Some("EX51 …K".to_owned()),
                looks: Some("Small dark green van".to_owned()),
            }],
            ..bus
        };
        let why = Some("It was green. I saw it again by daylight.".to_owned());
        one.push(
            "2026-11-18T12:30:00+00:00[Europe/London]",
            Record::Correction { of: first, entry: entry(corrected), why },
        );
        let calls = EntryDraft {
            whose: Whose { relation: WhoseRelation::Child, name: Some("Thandiwe".to_owned()) },
            source: Some(HowKnown::Told { by: Some("Thandiwe".to_owned()) }),
            happened: Some(Happened::Between { from: when("2026-11-15T22:00"), to: when("2026-11-16T02:00") }),
            place: Some(Place { sort: Some(PlaceSort::Online), ..Place::default() }),
            people: vec![Person { name: Some("Withheld number".to_owned()), ..Person::default() }],
            kinds: vec![Kind::SilentCall],
            count: Some(43),
            text: Some("43 calls in the night, a minute or two apart. Nobody spoke.".to_owned()),
            ..EntryDraft::default()
        };
        let third = one.push("2026-11-18T12:40:00+00:00[Europe/London]", Record::Entry(entry(calls)));
        one.file(
            "2026-11-18T12:41:00+00:00[Europe/London]",
            third,
            "voicemail.mp3",
            b"ID3\x04\0\0\0\0\0\0sound".to_vec(),
        );
        one.file(
            "2026-11-18T12:42:00+00:00[Europe/London]",
            third,
            "log.txt",
            "22:01 call\n22:03 call\n".as_bytes().to_vec(),
        );
        let odd = EntryDraft {
            happened: Some(Happened::Exact { at: when("2026-10-25T01:30:00+00:00[Europe/London]") }),
            place: Some(Place { words: Some("The library".to_owned()), no_position: Some(NoPosition::NotAsked), ..Place::default() }),
            people: vec![Person { name: Some("#strong[him]".to_owned()), certainty: Certainty::Probably, ..Person::default() }],
            kinds: vec![Kind::Email],
            text: Some("=HYPERLINK(\"http://x\") #import \"x\": * $x^2$ \\ ] ) } *not bold* _not slanted_ @ref <tag> `code` // no comment \u{1F6B2} \u{202e}back".to_owned()),
            ..EntryDraft::default()
        };
        let fourth = one.push("2026-10-25T09:00:00+00:00[Europe/London]", Record::Entry(entry(odd)));
        one.file(
            "2026-10-25T09:01:00+00:00[Europe/London]",
            fourth,
            "not a photo.jpg",
            b"MZ\x90\0 this is a program".to_vec(),
        );
        one.sign_head();
        one
    }
}

/// Everything but what `f` changes.
pub(crate) fn choice(f: impl FnOnce(&mut Choice)) -> Choice {
    let mut choice = Choice::default();
    f(&mut choice);
    choice
}

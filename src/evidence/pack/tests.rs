#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
mod added;
mod page;
mod withhold;

use std::path::PathBuf;
use std::process::Command;

use super::*;
use crate::domain::{EntryDraft, Kind, Record};
use crate::evidence::fixture::{CONTACT, Fixture, HOME, WITNESS, WRITTEN_AT, choice, entry};

fn write_to(fixture: &Fixture, choice: &Choice, form: Form<'_>) -> Result<Made, PackError> {
    fixture.with_source(|source| write(source, choice, form, &|_, _| {}))
}

fn folder(fixture: &Fixture, choice: &Choice, at: &Path) -> Made {
    write_to(fixture, choice, Form::Folder(at)).unwrap()
}

/// All files of a pack, by their path in it.
fn files(at: &Path) -> Vec<(String, Vec<u8>)> {
    fn walk(root: &Path, at: &Path, out: &mut Vec<(String, Vec<u8>)>) {
        for one in std::fs::read_dir(at).unwrap() {
            let path = one.unwrap().path();
            if path.is_dir() {
                walk(root, &path, out);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                out.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    let mut out = Vec::new();
    walk(at, at, &mut out);
    out.sort();
    out
}

/// Runs a tool and gives what it said. `None`, and a line that says so, where it is not installed.
fn tool(name: &str, args: &[&str], at: &Path, stdin: Option<&Path>) -> Option<(bool, String)> {
    let mut command = Command::new(name);
    command.args(args).current_dir(at);
    if let Some(path) = stdin {
        command.stdin(std::fs::File::open(path).unwrap());
    }
    match command.output() {
        Ok(out) => Some((
            out.status.success(),
            String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr),
        )),
        Err(_) => {
            println!("NOT RUN: {name} is not installed");
            None
        }
    }
}

/// All that can be read in a pack: each file's name and bytes, and for the PDF its text and its unpacked structure.
struct Corpus(Vec<(String, String)>);

impl Corpus {
    fn of(at: &Path) -> Self {
        let read = |(name, bytes): (String, Vec<u8>)| {
            let mut text = format!("{name} {}", String::from_utf8_lossy(&bytes));
            if name == names::PDF {
                for way in ["-layout", "-raw"] {
                    text +=
                        &tool("pdftotext", &[way, names::PDF, "-"], at, None).map_or_else(String::new, |(_, out)| out);
                }
                let plain = tempfile::NamedTempFile::new().unwrap();
                let out = plain.path().to_str().unwrap();
                if tool("qpdf", &["--qdf", "--object-streams=disable", names::PDF, out], at, None).is_some() {
                    text += &String::from_utf8_lossy(&std::fs::read(out).unwrap());
                }
            }
            (name, Self::squeeze(&text))
        };
        Self(files(at).into_iter().map(read).collect())
    }

    fn squeeze(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }

    /// The files in which it stands.
    fn places_of(&self, needle: &str) -> Vec<&str> {
        let needle = Self::squeeze(needle);
        self.0.iter().filter(|(_, text)| text.contains(&needle)).map(|(name, _)| name.as_str()).collect()
    }
}

#[test]
fn a_pack_has_everything_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let at = std::env::var_os("STEADFAST_KEEP_PACK").map_or(dir.path().join("pack"), PathBuf::from);
    let made = folder(&Fixture::journal(), &choice(|c| c.contact = Some("Ring after six".to_owned())), &at);
    let names: Vec<String> = files(&at).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "Chronology.pdf",
            "Contact details.txt",
            "Exhibits/EX001 2026-10-25 0130.bin",
            "Exhibits/EX002 2026-11-12 0730.jpg",
            "Exhibits/EX003 2026-11-15 2200.mp3",
            "Exhibits/EX004 2026-11-15 2200.txt",
            "Exhibits/EX005 2026-11-17 1842.jpg",
            "READ ME FIRST.txt",
            "allowed_signers",
            "chronology.csv",
            "evidence.json",
            "manifest.sha256",
            "manifest.sha256.sig",
            "verify.html",
        ]
    );
    assert_eq!((made.entries, made.files, made.selected), (4, 5, false));
    assert!(!dir.path().join("pack.part").exists());
}

#[test]
fn the_originals_are_handed_over_byte_for_byte() {
    let dir = tempfile::tempdir().unwrap();
    let fixture = Fixture::journal();
    folder(&fixture, &Choice::default(), &dir.path().join("p"));
    let mut originals: Vec<&Vec<u8>> = fixture.files.values().collect();
    let given = files(&dir.path().join("p"));
    let mut given: Vec<&Vec<u8>> = given.iter().filter(|(n, _)| n.starts_with("Exhibits/")).map(|(_, b)| b).collect();
    originals.sort();
    given.sort();
    assert_eq!(given, originals);
}

#[test]
fn everyday_tools_find_the_pack_good() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let made = folder(&Fixture::journal(), &Choice::default(), &at);
    if let Some((good, said)) = tool("sha256sum", &["--strict", "-c", names::MANIFEST], &at, None) {
        assert!(good, "{said}");
    }
    let verify = ["-Y", "verify", "-f", names::SIGNERS, "-I", "writer", "-n", "steadfast-pack", "-s", names::SIGNATURE];
    if let Some((good, said)) = tool("ssh-keygen", &verify, &at, Some(&at.join(names::MANIFEST))) {
        assert!(good && said.contains(&made.fingerprint), "{said}");
        let (good, _) = tool("ssh-keygen", &verify, &at, Some(&at.join(names::READ_ME))).unwrap();
        assert!(!good, "a signature over something else must not hold");
    }
    if let Some((good, said)) = tool("qpdf", &["--check", names::PDF], &at, None) {
        assert!(good, "{said}");
    }
    if let Some((good, said)) = tool("pdfinfo", &[names::PDF], &at, None) {
        assert!(good && said.contains("Tagged:          yes") && said.contains("A4"), "{said}");
    }
}

#[test]
fn the_pdf_says_all_that_she_wrote_and_reads_none_of_it_as_code() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    folder(&Fixture::journal(), &Choice::default(), &at);
    let Some((true, text)) = tool("pdftotext", &["-layout", names::PDF, "-"], &at, None) else { return };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "Chronology of incidents",
        "25 October 2026 to 17 November 2026",
        "#strong[him] · Probably",
        "#import \"x\": * $x^2$ \\ ] ) } *not bold* _not slanted_ @ref <tag> `code` // no comment [U+1F6B2]",
        "Tuesday 17 November 2026, 18:42",
        "Thursday 12 November 2026, about 07:30",
        "43 silent calls",
        "Small blue van",
        "Small dark green van",
        "First written",
        "Corrected",
        "It was green.",
        "From how far: about 8 m",
        "within 12 m, 4 seconds old when taken",
        "No position: it was not asked for.",
        "Not the writer's own experience: a child's (Thandiwe)",
        "Was told, by Thandiwe",
        "reference EX-0417-26",
        "Priyanka from the chemist: Him at the window",
        "It does not judge.",
        "EX005",
    ] {
        assert!(text.contains(expected), "{expected}");
    }
    assert!(!text.contains(CONTACT) && !text.contains("Selected by the writer"));
    assert!(files(&at).iter().any(|(name, bytes)| name == names::PDF && bytes.windows(7).any(|w| w == b"pdfuaid")));
}

#[test]
fn a_table_cell_cannot_become_a_formula() {
    for risky in ["=1+1", "+44", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"] {
        assert!(table::harmless(risky).starts_with('\''), "{risky:?}");
    }
    for plain in ["", "Seen", "-0.1277580", "43", "a=b"] {
        assert_eq!(table::harmless(plain), plain);
    }
    let dir = tempfile::tempdir().unwrap();
    folder(&Fixture::journal(), &Choice::default(), &dir.path().join("p"));
    let bytes = std::fs::read(dir.path().join("p").join(names::TABLE)).unwrap();
    assert!(bytes.starts_with(b"\xef\xbb\xbfentry,"));
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 5);
    let formula = |cell: &str| cell.starts_with(['=', '+', '@', '\t']);
    assert!(rows.iter().flat_map(csv::StringRecord::iter).all(|cell| !formula(cell)));
}

#[test]
fn a_zip_opens_with_everyday_tools() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("pack.zip");
    write_to(&Fixture::journal(), &Choice::default(), Form::Zip(&at)).unwrap();
    if let Some((good, said)) = tool("unzip", &["-t", "pack.zip"], dir.path(), None) {
        assert!(good && said.contains("No errors detected"), "{said}");
    }
    if tool("unzip", &["-q", "pack.zip", "-d", "out"], dir.path(), None).is_some() {
        let (good, said) = tool("sha256sum", &["-c", names::MANIFEST], &dir.path().join("out"), None).unwrap();
        assert!(good, "{said}");
    }
}

#[test]
fn a_sealed_zip_opens_with_its_password_and_shows_nothing_without() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("sealed.zip");
    let form = Form::SealedZip { path: &at, password: "gravel tin owl 7" };
    write_to(&Fixture::journal(), &Choice::default(), form).unwrap();
    let bytes = std::fs::read(&at).unwrap();
    for mark in ["Chronology", "Exhibits", "manifest", "evidence"] {
        assert!(!bytes.windows(mark.len()).any(|window| window == mark.as_bytes()), "{mark}");
    }
    if let Some((good, said)) = tool("7z", &["t", "-pgravel tin owl 7", "sealed.zip"], dir.path(), None) {
        assert!(good && said.contains("Everything is Ok"), "{said}");
        let (good, _) = tool("7z", &["t", "-pgravel tin owl 8", "sealed.zip"], dir.path(), None).unwrap();
        assert!(!good, "a wrong password must not open it");
        let (good, _) = tool("7z", &["x", "-pgravel tin owl 7", "sealed.zip"], dir.path(), None).unwrap();
        assert!(good);
        let (good, said) = tool("unzip", &["-t", names::INNER], dir.path(), None).unwrap();
        assert!(good, "{said}");
        let (good, said) = tool("7z", &["t", names::INNER], dir.path(), None).unwrap();
        assert!(good, "{said}");
    }
    if let Some((_, listing)) = tool("7z", &["l", "-slt", "sealed.zip"], dir.path(), None) {
        assert!(listing.contains("AES-256"), "{listing}");
    }
}

#[test]
fn a_short_password_is_refused_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("s.zip");
    let with = |password| write_to(&Fixture::journal(), &Choice::default(), Form::SealedZip { path: &at, password });
    assert!(with("seven77").unwrap_err().to_string().contains("at least 8 characters"));
    assert!(matches!(with("pässwörter"), Err(PackError::PasswordNotPlain)));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn nothing_that_exists_is_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let full = dir.path().join("full");
    std::fs::create_dir(&full).unwrap();
    std::fs::write(full.join("mine.txt"), "mine").unwrap();
    fn refused(form: Form<'_>) -> bool {
        matches!(write_to(&Fixture::journal(), &Choice::default(), form), Err(PackError::Exists))
    }
    assert!(refused(Form::Folder(&full)));
    assert!(refused(Form::Zip(&full.join("mine.txt"))));
    assert_eq!(std::fs::read(full.join("mine.txt")).unwrap(), b"mine");
    let empty = dir.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    folder(&Fixture::journal(), &Choice::default(), &empty);
    // A stranger's folder that happens to be called like our partial output stays too.
    std::fs::create_dir(dir.path().join("new.part")).unwrap();
    std::fs::write(dir.path().join("new.part/mine.txt"), "mine").unwrap();
    assert!(refused(Form::Folder(&dir.path().join("new"))));
    assert!(dir.path().join("new.part/mine.txt").exists());
    // What a killed run of ours left is removed.
    std::fs::create_dir(dir.path().join("again.part")).unwrap();
    std::fs::write(dir.path().join("again.part/Chronology.pdf"), "half").unwrap();
    folder(&Fixture::journal(), &Choice::default(), &dir.path().join("again"));
    assert!(!dir.path().join("again.part").exists());
}

#[test]
fn a_full_disk_leaves_nothing_behind_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let small = dir.path().join("small");
    std::fs::create_dir(&small).unwrap();
    let mounted = tool("mount", &["-t", "tmpfs", "-o", "size=64k", "tmpfs", small.to_str().unwrap()], dir.path(), None);
    if !matches!(mounted, Some((true, _))) {
        println!("NOT RUN: a small disk cannot be mounted here");
        return;
    }
    let form = |name: &str| small.join(name);
    let results = [
        write_to(&Fixture::journal(), &Choice::default(), Form::Folder(&form("p"))),
        write_to(&Fixture::journal(), &Choice::default(), Form::Zip(&form("p.zip"))),
        write_to(
            &Fixture::journal(),
            &Choice::default(),
            Form::SealedZip { path: &form("s.zip"), password: "gravel tin" },
        ),
    ];
    let left = std::fs::read_dir(&small).unwrap().count();
    tool("umount", &[small.to_str().unwrap()], dir.path(), None);
    for result in results {
        let error = result.unwrap_err();
        assert!(matches!(error, PackError::DiskFull) && error.to_string().contains("not enough room"), "{error:?}");
    }
    assert_eq!(left, 0);
}

#[test]
fn an_original_that_changed_or_is_gone_is_named_and_never_handed_over() {
    let dir = tempfile::tempdir().unwrap();
    for (name, change) in [("gone", None), ("changed", Some(b"OTHERBYTES".to_vec()))] {
        for (number, id) in Fixture::journal().files.into_keys().enumerate() {
            let mut fixture = Fixture::journal();
            match &change {
                None => fixture.files.remove(&id),
                Some(bytes) => fixture.files.insert(id, bytes.clone()),
            };
            for home in [false, true] {
                let at = dir.path().join(format!("{name} {number} {home}"));
                let made = folder(&fixture, &choice(|c| c.withhold.home = home), &at);
                assert_eq!((made.files, made.lost, made.selected), (4, 1, home));
                let corpus = Corpus::of(&at);
                assert_eq!(corpus.places_of("OTHERBYTES"), Vec::<&str>::new());
                let why = if name == "gone" { "missing from the journal" } else { "damaged in the journal" };
                for part in [names::PDF, names::TABLE, names::READ_ME] {
                    assert!(corpus.places_of(why).contains(&part), "{name}, {part}");
                }
            }
        }
    }
}

#[test]
fn a_chain_that_does_not_hold_makes_no_pack() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let mut broken = Fixture::journal();
    broken.records[4].fields.swap(3, 4);
    assert!(matches!(write_to(&broken, &Choice::default(), Form::Folder(&at)), Err(PackError::Chain(_))));
    let mut other = Fixture::journal();
    other.head.as_mut().unwrap().link = Digest([1; 32]);
    assert!(matches!(write_to(&other, &Choice::default(), Form::Folder(&at)), Err(PackError::Head)));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn no_signature_no_pack() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let refused = Fixture::journal().with_source(|source| {
        let unsigned = Source { sign: &|_| None, head: None, made: source.made.clone(), ..*source };
        write(&unsigned, &Choice::default(), Form::Folder(&at), &|_, _| {})
    });
    assert!(matches!(refused, Err(PackError::Unsigned)));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn progress_never_goes_back_and_ends() {
    let dir = tempfile::tempdir().unwrap();
    let seen = std::cell::RefCell::new(Vec::new());
    Fixture::journal()
        .with_source(|source| {
            write(source, &Choice::default(), Form::Folder(&dir.path().join("p")), &|d, t| {
                seen.borrow_mut().push((d, t))
            })
        })
        .unwrap();
    let seen = seen.into_inner();
    assert!(seen.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 == pair[1].1));
    assert_eq!(seen.last().map(|(done, total)| done == total), Some(true));
}

#[test]
fn a_word_without_end_stays_on_the_page() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let mut fixture = Fixture::empty();
    let long = EntryDraft { text: Some(format!("{}END", "w".repeat(2000))), ..EntryDraft::default() };
    fixture.push("2026-11-19T10:00:00Z", Record::Entry(entry(long)));
    folder(&fixture, &Choice::default(), &at);
    let Some((true, boxes)) = tool("pdftotext", &["-bbox", names::PDF, "-"], &at, None) else { return };
    let edges = boxes.lines().filter_map(|line| line.split("xMax=\"").nth(1)?.split('"').next()?.parse::<f64>().ok());
    let edges: Vec<f64> = edges.collect();
    assert!(edges.len() > 20 && edges.iter().all(|edge| *edge < 595.0 - 60.0), "{edges:?}");
    assert!(boxes.contains("END"));
}

/// Ten years of two a week. Prints how long it took, and judges nothing by it.
#[test]
fn a_long_journal_makes_a_pack_too() {
    let mut fixture = Fixture::empty();
    for n in 0..1000 {
        let long = EntryDraft {
            kinds: vec![Kind::Seen],
            text: Some(format!(
                "He was there again, number {n}. {}",
                "I kept walking and did not look round. ".repeat(8)
            )),
            place: Some(crate::domain::Place {
                words: Some(format!("{} Quarry Lane bus stop", n % 90)),
                sort: Some(crate::domain::PlaceSort::OnTheWay),
                ..Default::default()
            }),
            ..EntryDraft::default()
        };
        fixture.push("2026-11-19T10:00:00Z", Record::Entry(entry(long)));
    }
    fixture.sign_head();
    let dir = tempfile::tempdir().unwrap();
    let choice = choice(|c| c.withhold = Withhold { home: true, routine: true, names_of_others: true, photos: true });
    let begun = std::time::Instant::now();
    assert_eq!(preview(&fixture.records, &choice).unwrap().routine.entries, 1000);
    println!("preview of 1,000 entries: {:?}", begun.elapsed());
    let made = folder(&fixture, &choice, &dir.path().join("p"));
    assert_eq!(made.entries, 1000);
    println!("pack of 1,000 entries: {:?}", begun.elapsed());
}

/// Errors can be logged: they carry no word of hers.
#[test]
fn an_error_repeats_none_of_her_words() {
    for error in [PackError::Empty, PackError::Record(4), PackError::Exists, PackError::DiskFull, PackError::Pdf] {
        assert!(!format!("{error} {error:?}").contains("Larkspur"));
    }
}

/// Leaves packs with choices in them where `STEADFAST_KEEP_PACK` says, to be looked at or frozen.
#[test]
fn packs_can_be_kept_to_be_looked_at() {
    let Some(at) = std::env::var_os("STEADFAST_KEEP_PACK").map(PathBuf::from) else { return };
    let withhold = Withhold { home: true, names_of_others: true, ..Withhold::default() };
    let choice = choice(|c| c.withhold = withhold);
    let (fixture, sealed) = (Fixture::journal(), at.with_extension("sealed.zip"));
    folder(&fixture, &choice, &at.with_extension("selected"));
    write_to(&fixture, &choice, Form::Zip(&at.with_extension("zip"))).unwrap();
    let form = Form::SealedZip { path: &sealed, password: "gravel tin owl 7" };
    write_to(&fixture, &choice, form).unwrap();
}

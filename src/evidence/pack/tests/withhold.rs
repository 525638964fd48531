//! What is taken out is out.
use super::*;

#[test]
fn where_it_was_written_is_in_no_pack() {
    let dir = tempfile::tempdir().unwrap();
    folder(&Fixture::journal(), &Choice::default(), &dir.path().join("p"));
    assert!(Corpus::of(&dir.path().join("p")).places_of(WRITTEN_AT).is_empty());
}

#[test]
fn a_witness_can_be_reached_by_the_separate_sheet_alone() {
    let dir = tempfile::tempdir().unwrap();
    folder(&Fixture::journal(), &Choice::default(), &dir.path().join("p"));
    assert_eq!(Corpus::of(&dir.path().join("p")).places_of(CONTACT), [names::CONTACTS]);
    let listed = std::fs::read_to_string(dir.path().join("p").join(names::MANIFEST)).unwrap();
    assert!(!listed.contains(names::CONTACTS), "a digest of a telephone number gives it away");
}

/// Each mark is found in the whole pack first, so that not finding it later means something.
#[test]
fn what_is_taken_out_is_in_no_byte_of_any_part() {
    let mut fixture = Fixture::journal();
    let repeats = EntryDraft {
        kinds: vec![Kind::Letter],
        text: Some("The letter was for larkspur terrace, and it was signed. MARKHOMETEXT".to_owned()),
        effects_text: Some("Only Thandiwe knew. MARKNAMETEXT".to_owned()),
        order_broken: Some("He is not to come to the Quarry Lane bus stop. MARKROUTINETEXT".to_owned()),
        ..EntryDraft::default()
    };
    let last = fixture.push("2026-11-19T10:00:00Z", Record::Entry(entry(repeats)));
    fixture.file("2026-11-19T10:01:00Z", last, "letter.txt", b"To 12 Larkspur Terrace. MARKFILETEXT".to_vec());
    fixture.sign_head();
    let dir = tempfile::tempdir().unwrap();
    let whole = dir.path().join("whole");
    folder(&fixture, &Choice::default(), &whole);
    let whole = Corpus::of(&whole);
    let cases: [(&str, Withhold, Vec<&str>); 4] = [
        (
            "home",
            Withhold { home: true, ..Withhold::default() },
            vec![HOME, "Larkspur", "EX4 7QQ", "507300000", "50.73000", "MARKHOMETEXT", "MARKFILETEXT", "EXIFMARKER77"],
        ),
        (
            "routine",
            Withhold { routine: true, ..Withhold::default() },
            vec![
                "Quarry Lane",
                "18:42",
                "2026-11-17 1842",
                "IMG_1842",
                "19:20:31",
                "50.72650",
                "507265000",
                "MARKROUTINETEXT",
            ],
        ),
        (
            "names",
            Withhold { names_of_others: true, ..Withhold::default() },
            vec![WITNESS, "Thandiwe", "Him at the window", CONTACT, "MARKNAMETEXT"],
        ),
        ("photos", Withhold { photos: true, ..Withhold::default() }, vec!["IMG_1842", "card.jpg", "EXIFMARKER77"]),
    ];
    for (name, withhold, marks) in cases {
        let at = dir.path().join(name);
        let made = folder(&fixture, &choice(|c| c.withhold = withhold), &at);
        assert!(made.selected);
        let corpus = Corpus::of(&at);
        for mark in marks {
            assert!(!whole.places_of(mark).is_empty(), "{mark} is in the whole pack");
            assert_eq!(corpus.places_of(mark), Vec::<&str>::new(), "{mark}, taken out with {name}");
        }
        assert!(corpus.places_of("selected_by_the_writer\": true").contains(&names::EVIDENCE));
        for part in [names::PDF, names::READ_ME] {
            assert!(corpus.places_of("selected by the writer").contains(&part), "{part} says that it is a selection");
        }
        for part in [names::PDF, names::TABLE] {
            assert!(corpus.places_of("[withheld]").contains(&part), "{part}, {name}");
        }
    }
}

#[test]
fn a_photo_that_shows_home_goes_as_a_copy_and_the_original_by_its_hash() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let made = folder(&Fixture::journal(), &choice(|c| c.withhold.home = true), &at);
    assert_eq!(made.files, 5);
    let copy = std::fs::read(at.join("Exhibits/EX002 2026-11-12 0730 copy without place data.jpg")).unwrap();
    assert!(!crate::evidence::media::tells_place(&copy));
    assert!(image::load_from_memory(&copy).is_ok());
    assert!(at.join("Exhibits/EX005 2026-11-17 1842.jpg").exists(), "a photo without a place goes as it is");
}

#[test]
fn an_entry_left_out_leaves_its_commitment_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let fixture = Fixture::journal();
    let second = crate::domain::Stamped::from_fields(&fixture.records[4].plain_fields()).unwrap().id;
    let at = dir.path().join("p");
    let made = folder(&fixture, &choice(|c| c.without = [second].into()), &at);
    assert_eq!((made.entries, made.files, made.selected), (3, 4, true));
    let corpus = Corpus::of(&at);
    for mark in [HOME, "drawing of my gate", "EX-0417-26", &second.to_string()] {
        assert_eq!(corpus.places_of(mark), Vec::<&str>::new(), "{mark}");
    }
    assert_eq!(corpus.places_of(&fixture.records[4].commitment().to_string()), [names::EVIDENCE]);
}

#[test]
fn days_choose_by_when_it_happened() {
    let records = Fixture::journal().records;
    let day = |text: &str| Some(text.parse().unwrap());
    let entries = |from, to| preview(&records, &choice(|c| (c.from, c.to) = (from, to))).unwrap().entries;
    assert_eq!(entries(day("2026-11-12"), None), 3);
    assert_eq!(entries(None, day("2026-11-12")), 2);
    // Calls from the 15th to the 16th belong to both days.
    assert_eq!(entries(day("2026-11-16"), day("2026-11-16")), 1);
    let dir = tempfile::tempdir().unwrap();
    let nothing = choice(|c| c.to = day("2020-01-01"));
    let refused = write_to(&Fixture::journal(), &nothing, Form::Folder(&dir.path().join("p")));
    assert!(matches!(refused, Err(PackError::Empty)));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn the_preview_counts_what_would_be_given_away() {
    let records = Fixture::journal().records;
    let all = preview(&records, &Choice::default()).unwrap();
    assert_eq!((all.entries, all.corrections, all.files, all.photos, all.left_out), (4, 1, 5, 2, 0));
    assert_eq!((all.home.entries, all.routine.entries, all.names_of_others.entries), (1, 1, 2));
    assert_eq!((all.contacts, all.withheld_fields, all.selected), (2, 0, false));
    assert_eq!(all.days, Some(("2026-10-25".parse().unwrap(), "2026-11-17".parse().unwrap())));
    let without = preview(&records, &choice(|c| c.withhold.home = true)).unwrap();
    assert!(without.home.withheld && without.home.entries == 1 && without.withheld_fields > 0 && without.selected);
}

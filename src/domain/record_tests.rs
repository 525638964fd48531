#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use crate::domain::{Happened, Kind, Person, When, Witness};

fn moment() -> Moment {
    Moment { at: When::parse("2026-11-17T19:20:31.123+00:00[Europe/London]").unwrap(), boot_ms: Some(81_234) }
}

fn entry() -> Entry {
    let draft = EntryDraft {
        text: Some("I got off the bus. Ünïcode “quotes” \u{1F6B2}".to_owned()),
        happened: Some(Happened::About { at: When::parse("2026-11-17T18:42").unwrap() }),
        kinds: vec![Kind::Seen, Kind::Followed],
        people: vec![Person { name: Some("The man from the gym".to_owned()), ..Person::default() }],
        witnesses: vec![
            Witness { name: "A".to_owned(), ..Witness::default() },
            Witness { name: "B".to_owned(), ..Witness::default() },
        ],
        ..EntryDraft::default()
    };
    draft.check("2026-11-17T19:20:00Z".parse().unwrap()).unwrap()
}

fn every_kind_of_record() -> Vec<Record> {
    let head = SignedHead { chain: ChainId([1; 16]), seq: 9, link: Digest([2; 32]), signature: "ab".repeat(64) };
    vec![
        Record::Opened(Opened { chain: ChainId([1; 16]), public_key: Digest([3; 32]), continues: vec![head.clone()] }),
        Record::Entry(entry()),
        Record::Correction { of: RecordId([4; 16]), entry: entry(), why: Some("The coat was blue.".to_owned()) },
        Record::Correction { of: RecordId([4; 16]), entry: entry(), why: None },
        Record::File(FileRecord {
            entry: RecordId([4; 16]),
            file: FileId([5; 16]),
            sha256: Digest([6; 32]),
            length: u64::from(u32::MAX) + 1,
            media_type: "image/jpeg".to_owned(),
            name: None,
            came_by: CameBy::Picked,
            cut_off: false,
        }),
        Record::Pack(PackRecord { manifest: Digest([7; 32]), entries: 3, files: 1, selected: true }),
        Record::Unlocked { with: SecretClass::Passphrase, failed: 2 },
        Record::Unlocked { with: SecretClass::Touch, failed: 0 },
        Record::Head(head),
        Record::Withdrawn { of: RecordId([4; 16]) },
        Record::Restored { of: RecordId([4; 16]) },
        Record::Mark(Mark { taken: moment(), place: None, text: Some("By the gate".to_owned()) }),
        Record::Marked(Marked { mark: RecordId([9; 16]), entry: Some(RecordId([4; 16])), waits: false }),
        Record::Marked(Marked { mark: RecordId([9; 16]), entry: None, waits: false }),
        Record::Marked(Marked { mark: RecordId([9; 16]), entry: None, waits: true }),
        Record::Destroyed(Destroyed { records: vec![1, 2, 7], versions: 2, files: vec![FileId([5; 16])] }),
    ]
}

#[test]
fn every_record_reads_back_as_it_was_written() {
    for record in every_kind_of_record() {
        let stamped = Stamped { id: RecordId([8; 16]), recorded: moment(), record };
        let fields = stamped.fields().unwrap();
        assert_eq!(Stamped::from_fields(&fields).unwrap(), stamped);
    }
}

#[test]
fn a_mark_set_aside_is_written_as_it_always_was_and_one_brought_back_says_one_thing_more() {
    let fields = |waits| {
        let record = Record::Marked(Marked { mark: RecordId([9; 16]), entry: None, waits });
        let fields = Stamped { id: RecordId([8; 16]), recorded: moment(), record }.fields().unwrap();
        fields.into_iter().map(|field| field.json).collect::<Vec<_>>()
    };
    let before = fields(false);
    assert_eq!(before[0], r#"["record","marked"]"#);
    assert_eq!(before[3..], [format!(r#"["mark","{}"]"#, "09".repeat(16))]);
    assert_eq!(fields(true), [&before[..], &[r#"["waits",true]"#.to_owned()]].concat());
}

#[test]
fn each_witness_is_a_field_of_its_own() {
    let fields =
        Stamped { id: RecordId([8; 16]), recorded: moment(), record: Record::Entry(entry()) }.fields().unwrap();
    assert_eq!(fields.iter().filter(|field| field.json.starts_with(r#"["witnesses","#)).count(), 2);
    assert_eq!(fields[0].json, r#"["record","entry"]"#);
}

#[test]
fn fields_are_written_one_way_only() {
    let fields =
        Stamped { id: RecordId([8; 16]), recorded: moment(), record: Record::Entry(entry()) }.fields().unwrap();
    let text = fields.iter().find(|field| field.json.starts_with(r#"["text","#)).unwrap();
    assert_eq!(text.json, "[\"text\",\"I got off the bus. Ünïcode “quotes” \u{1F6B2}\"]");
    assert_eq!(fields[2].json, r#"["recorded",{"at":"2026-11-17T19:20:31.123+00:00[Europe/London]","boot_ms":81234}]"#);
}

#[test]
fn an_unknown_kind_or_a_member_twice_is_refused() {
    let field = |json: &str| Field { json: json.to_owned() };
    let recorded = field(r#"["recorded",{"at":"2026-11-17T19:20:31Z"}]"#);
    let id = field(r#"["id","00112233445566778899aabbccddeeff"]"#);
    let good = [field(r#"["record","entry"]"#), id.clone(), recorded.clone(), field(r#"["version",1]"#)];
    assert!(Stamped::from_fields(&good).is_ok());
    for bad in [
        vec![field(r#"["record","verdict"]"#), id.clone(), recorded.clone()],
        vec![
            field(r#"["record","entry"]"#),
            recorded.clone(),
            field(r#"["version",1]"#),
            field(r#"["text","a"]"#),
            field(r#"["text","b"]"#),
        ],
        vec![field(r#"["record","entry"]"#), id, recorded, field(r#"["version",1]"#), field("not json")],
        vec![],
    ] {
        assert!(matches!(Stamped::from_fields(&bad), Err(DomainError::Decode)));
    }
}

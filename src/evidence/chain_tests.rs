#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;

const CHAIN: ChainId = ChainId([7; 16]);

fn field(text: &str) -> Field {
    Field { json: format!("[\"text\",\"{text}\"]") }
}

fn three() -> Vec<Committed> {
    let mut previous = BEFORE_FIRST;
    (0..3)
        .map(|seq| {
            let record = Committed::new(CHAIN, seq, previous, vec![field("a"), field("b")]).unwrap();
            previous = record.link();
            record
        })
        .collect()
}

fn walk(records: &[Committed]) -> Result<Digest, ChainError> {
    let mut walk = Walk::new(CHAIN);
    for r in records {
        walk.step(r.chain, r.seq, r.previous, r.commitment())?;
    }
    Ok(walk.last())
}

#[test]
fn a_chain_that_nobody_touched_holds() {
    let records = three();
    assert_eq!(walk(&records).unwrap(), records[2].link());
}

#[test]
fn a_changed_word_breaks_the_chain_at_the_next_record() {
    let mut records = three();
    records[1].fields[1].field = field("c");
    assert_eq!(walk(&records), Err(ChainError::Broken(2)));
}

#[test]
fn a_record_taken_out_put_twice_or_moved_is_named() {
    let records = three();
    let (a, b, c) = (&records[0], &records[1], &records[2]);
    assert_eq!(walk(&[a.clone(), c.clone()]), Err(ChainError::OutOfOrder { expected: 1, found: 2 }));
    assert_eq!(walk(&[a.clone(), a.clone()]), Err(ChainError::OutOfOrder { expected: 1, found: 0 }));
    assert_eq!(walk(&[b.clone(), a.clone()]), Err(ChainError::OutOfOrder { expected: 0, found: 1 }));
    let stranger = Committed { chain: ChainId([8; 16]), ..b.clone() };
    assert_eq!(walk(&[a.clone(), stranger]), Err(ChainError::OtherChain(1)));
}

#[test]
fn fields_moved_between_places_or_split_otherwise_commit_to_something_else() {
    let one = Committed::new(CHAIN, 0, BEFORE_FIRST, vec![field("a"), field("b")]).unwrap();
    let mut swapped = one.clone();
    swapped.fields.swap(0, 1);
    assert_ne!(one.commitment(), swapped.commitment());
    assert_ne!(commitment(&[]), commitment(&[Digest([0; 32])]));
}

#[test]
fn a_withheld_field_leaves_the_rest_checkable() {
    let record = Committed::new(CHAIN, 0, BEFORE_FIRST, vec![field("a"), field("b")]).unwrap();
    let digests = [record.fields[0].digest(), record.digests()[1]];
    assert_eq!(commitment(&digests), record.commitment());
}

#[test]
fn the_same_words_twice_have_different_digests() {
    let record = Committed::new(CHAIN, 0, BEFORE_FIRST, vec![field("a"), field("a")]).unwrap();
    assert_ne!(record.digests()[0], record.digests()[1]);
}

#[test]
fn the_sealed_bytes_give_back_each_field_to_the_letter() {
    let odd = Field { json: "[\"text\",\"\\u0007 ünï \u{1F6B2} \\\"q\\\"\"]".to_owned() };
    let record = Committed::new(CHAIN, 5, Digest([9; 32]), vec![odd]).unwrap();
    let back = Committed::from_bytes(&record.to_bytes().unwrap()).unwrap();
    assert_eq!(back, record);
}

#[test]
fn content_of_another_version_or_cut_short_is_refused() {
    let bytes = three()[0].to_bytes().unwrap();
    let newer = String::from_utf8(bytes.to_vec()).unwrap().replacen("\"v\":1", "\"v\":3", 1);
    assert_eq!(Committed::from_bytes(newer.as_bytes()), Err(ChainError::Newer(3)));
    assert_eq!(Committed::from_bytes(&bytes[..bytes.len() - 1]), Err(ChainError::Unreadable));
    assert_eq!(Committed::from_bytes(b""), Err(ChainError::Unreadable));
}

#[test]
fn a_destroyed_record_holds_no_word_and_the_chain_still_holds() {
    let mut records = three();
    let whole = records[1].clone();
    records[1] = whole.destroyed();
    let bytes = records[1].to_bytes().unwrap();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(!text.contains("text") && !text.contains(&hex::encode(whole.fields[0].salt)), "{text}");
    assert!(text.contains(&whole.commitment().to_string()) && text.contains(&whole.link().to_string()));
    let back = Committed::from_bytes(&bytes).unwrap();
    assert!(back.is_destroyed() && !whole.is_destroyed());
    assert_eq!((back.commitment(), back.link()), (whole.commitment(), whole.link()));
    assert_eq!(back.destroyed(), back);
    assert_eq!(walk(&records).unwrap(), records[2].link());
}

#[test]
fn what_is_left_of_a_destroyed_record_cannot_be_changed_unseen_or_hide_a_field() {
    let left = three()[1].destroyed();
    let text = String::from_utf8(left.to_bytes().unwrap().to_vec()).unwrap();
    let other = text.replace(&left.commitment().to_string(), &"0".repeat(64));
    let hidden = text.replacen('{', "{\"fields\":[],", 1);
    for bad in [other, hidden, text.replace("\"v\":2", "\"v\":1"), text.replace("\"v\":2", "\"v\":0")] {
        assert_eq!(Committed::from_bytes(bad.as_bytes()), Err(ChainError::Unreadable), "{bad}");
    }
    // Another commitment with a link that fits it does not fit the record after it.
    let mut records = three();
    records[1].fields[0].field = field("c");
    records[1] = records[1].destroyed();
    assert_eq!(walk(&records), Err(ChainError::Broken(2)));
}

/// Computed with Python's hashlib from the formula in the module's documentation.
#[test]
fn digests_are_those_of_the_written_specification() {
    assert_eq!(
        field_digest(&[1; 32], b"[\"text\",\"a\"]").to_string(),
        "9f9ebf2acf79563ec7966835d352965ffdfbab7f55ea1dc39856ed1d04fea792"
    );
    assert_eq!(
        commitment(&[Digest([2; 32]), Digest([3; 32])]).to_string(),
        "0e4f4cada69ef11a60bb6a28131599bdb7fffc38663f9625fd476ce780eaefd5"
    );
    assert_eq!(
        link(ChainId([4; 16]), 5, Digest([6; 32]), Digest([7; 32])).to_string(),
        "f648230a6363600f51358e0f4496c5e226fe4941ab8073ac5a8f92050f675bd5"
    );
}

//! What is typed and taken in, and comes back.

use super::*;

#[tokio::test]
async fn what_is_typed_is_kept_the_moment_the_screen_is_lost_and_without_a_pause() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    write(&mut tree, "words", "by the wall");
    let keep = tree.having("data-keep", "").unwrap();
    tree.tap(&keep);
    // No time passes for the tree: only what was handed over at once can be there.
    assert_eq!(tree.session.kept_draft().await.unwrap().unwrap().draft.text.as_deref(), Some("by the wall"));
}

#[tokio::test]
async fn what_is_typed_is_kept_when_the_page_itself_is_gone() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    write(&mut tree, "words", "by the wall");
    let session = tree.session.clone();
    let home = tree.close();
    assert_eq!(session.kept_draft().await.unwrap().unwrap().draft.text.as_deref(), Some("by the wall"));
    drop(home);
}

#[tokio::test]
async fn a_draft_that_comes_back_has_its_pictures_and_its_files_go_into_the_entry() {
    let mut tree = open().await;
    let photo: &[u8] = include_bytes!("../../../../../content/demo/bus-stop.jpg");
    let mut files = Vec::new();
    for (name, bytes) in [("stop.jpg", photo), ("note.txt", b"words".as_slice())] {
        let file = tree.session.begin_file(Some(name.to_owned()), CameBy::Picked, 0).await.unwrap();
        tree.session.push_slice(file, bytes.to_vec()).await.unwrap();
        files.push(tree.session.finish_file(file).await.unwrap());
    }
    let draft = EntryDraft { text: Some("by the wall".to_owned()), ..EntryDraft::default() };
    tree.session.keep_draft(KeptDraft { draft, files, ..KeptDraft::default() }).await.unwrap();
    press(&mut tree, "Journal");
    tree.until("the offer", |tree| tree.html().contains("You began to write")).await;
    press(&mut tree, "You began to write");
    tree.until("the picture", |tree| tree.html().contains("data:image/jpeg;base64,")).await;
    assert!(tree.html().contains("note.txt"));
    press(&mut tree, "Today");
    write(&mut tree, "from-hour", "18:00");
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    assert_eq!(lines(&tree).await[0].files, ["image/jpeg", "text/plain"]);
}

#[tokio::test]
async fn files_that_are_in_a_correction_are_added_to_the_entry_and_the_first_version_stays() {
    let mut tree = open().await;
    let id = tree.session.record(said("first"), Vec::new()).await.unwrap();
    let file = tree.session.begin_file(Some("stop.jpg".to_owned()), CameBy::Picked, 0).await.unwrap();
    tree.session.push_slice(file, b"\xff\xd8\xff".to_vec()).await.unwrap();
    let held = tree.session.finish_file(file).await.unwrap();
    let kept = KeptDraft { draft: said("second"), files: vec![held], of: Some(id), ..KeptDraft::default() };
    tree.session.keep_draft(kept).await.unwrap();
    press(&mut tree, "Journal");
    tree.until("the offer", |tree| tree.html().contains("You began to write")).await;
    press(&mut tree, "You began to write");
    tree.until("the form", |tree| tree.having("id", "words").is_some()).await;
    assert!(tree.html().contains("Correct this"));
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    let view = tree.session.entry(id).await.unwrap();
    let texts: Vec<_> = view.versions.iter().map(|version| version.entry.content().text.as_deref()).collect();
    assert_eq!(texts, [Some("first"), Some("second")]);
    assert_eq!(view.files.len(), 1, "the file was lost on the way");
    assert_eq!(lines(&tree).await.len(), 1, "a correction became an entry of its own");
}

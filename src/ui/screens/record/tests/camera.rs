//! The camera, where the page does not answer. What it sees and takes is tried in a browser (`tests/e2e/camera.mjs`).

use super::picked::to_files;
use super::*;

#[tokio::test]
async fn a_camera_that_does_not_answer_is_said_and_can_be_asked_again() {
    let mut tree = open().await;
    to_files(&mut tree).await;
    assert!(tree.html().contains("and not among the photos on this phone"), "the sentence before the question");
    press(&mut tree, "Take a photo");
    tree.until("why there is none", |tree| tree.html().contains("There is no camera here")).await;
    assert!(tree.having("data-viewfinder", "").is_none());
    tree.find("button", "Take a photo");
}

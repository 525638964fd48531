//! The page that checks a pack offline.
use super::*;

/// Runs the page's own script over a pack, in node, and gives what it found.
fn check_with_page(at: &Path) -> Option<serde_json::Value> {
    let page = std::fs::read_to_string(at.join(names::CHECK)).unwrap();
    let script = page.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
    let runner = r#"
const fs = require("fs"), path = require("path"), root = process.argv[2], files = new Map();
(function walk(at, prefix) {
  for (const one of fs.readdirSync(at, { withFileTypes: true })) {
    if (one.isDirectory()) walk(path.join(at, one.name), prefix + one.name + "/");
    else files.set(prefix + one.name, new Blob([fs.readFileSync(path.join(at, one.name))]));
  }
})(root, "");
const slow = new Check.Sha256().update(new TextEncoder().encode("abc")).digest();
if (Check.hex(slow) !== "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") throw new Error("sha256");
Check.run(files).then((report) => console.log(JSON.stringify(report)));
"#;
    let dir = tempfile::tempdir().unwrap();
    // Node 18 has it, but not where a page looks for it.
    let before = "globalThis.crypto ??= require(\"node:crypto\").webcrypto;";
    std::fs::write(dir.path().join("check.cjs"), format!("{before}\n{script}\n{runner}")).unwrap();
    let (good, said) = tool("node", &["check.cjs", at.to_str().unwrap()], dir.path(), None)?;
    assert!(good, "{said}");
    Some(serde_json::from_str(said.lines().next().unwrap()).unwrap())
}

#[test]
fn the_page_finds_a_good_pack_good_and_a_changed_one_not() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    folder(&Fixture::journal(), &choice(|c| c.withhold.home = true), &at);
    let Some(report) = check_with_page(&at) else { return };
    assert_eq!(report["problems"], serde_json::json!([]));
    assert_eq!(
        (&report["signature"], &report["head"], &report["selected"]),
        (&true.into(), &true.into(), &true.into())
    );
    assert_eq!(report["fingerprint"], crate::evidence::key::fingerprint(&Fixture::journal().public_key()));

    let evidence = std::fs::read_to_string(at.join(names::EVIDENCE)).unwrap();
    std::fs::write(at.join(names::EVIDENCE), evidence.replace("eight metres", "two metres")).unwrap();
    std::fs::remove_file(at.join("Exhibits/EX003 2026-11-15 2200.mp3")).unwrap();
    std::fs::write(at.join("more.txt"), "more").unwrap();
    let said = check_with_page(&at).unwrap()["problems"].to_string();
    for expected in [
        "Record 1 was changed",
        "EX003 2026-11-15 2200.mp3 is missing",
        "evidence.json was changed",
        "more.txt is not part",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    std::fs::write(at.join(names::MANIFEST), "").unwrap();
    assert!(check_with_page(&at).unwrap()["problems"].to_string().contains("signature over the list"));
}

#[test]
fn the_page_reaches_for_nothing_outside() {
    let page = include_str!("../../../../content/pack/verify.html");
    assert!(page.contains("default-src 'none'"));
    for reach in ["http:", "https:", "fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "innerHTML", "import("] {
        assert!(!page.contains(reach), "{reach}");
    }
}

//! Packs that past versions made stay readable; those whose name begins with `fail_` must be refused.
//! They are frozen: a later version adds files here and changes none.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use ed25519_dalek::{Signature as Ed25519, Verifier as _, VerifyingKey};
use steadfast::evidence::key::NAMESPACE;
use steadfast::evidence::verify::{CannotBeRead, Problem, Report, Signature, verify};

fn past(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/past").join(name)
}

fn look(name: &str, password: Option<&str>) -> Result<Report, CannotBeRead> {
    let signature = |manifest: &[u8], text: &str, key: &[u8; 32]| {
        let public = ssh_key::PublicKey::from(ssh_key::public::Ed25519PublicKey(*key));
        text.parse().is_ok_and(|signature| public.verify(NAMESPACE, manifest, &signature).is_ok())
    };
    let head = |message: &[u8], signature: &[u8], key: &[u8; 32]| {
        let public = VerifyingKey::from_bytes(key).unwrap();
        Ed25519::from_slice(signature).is_ok_and(|signature| public.verify(message, &signature).is_ok())
    };
    verify(&past(name), password, &signature, &head)
}

#[test]
fn a_pack_of_version_1_still_holds() {
    for (name, password) in [("pack-1.zip", None), ("pack-1-sealed.zip", Some("gravel tin owl 7"))] {
        let report = look(name, password).unwrap();
        assert_eq!(report.problems, [], "{name}");
        assert_eq!((report.entries, report.links, report.withheld_files, report.selected), (4, 12, 1, true));
        assert_eq!((report.signature, report.head), (Signature::Holds, Signature::Holds));
        assert_eq!(report.fingerprint.as_deref(), Some("SHA256:z/fSv0Z0RZS+Lccbc6ZoOWwt/fbj1VFJGSBKQbo4icE"));
    }
}

#[test]
fn a_changed_pack_of_version_1_is_still_found() {
    let report = look("fail_pack-1-changed-word.zip", None).unwrap();
    // The word stands in the entry and again in its correction.
    let changed = Problem::ChangedFile("evidence.json".to_owned());
    assert_eq!(report.problems, [changed, Problem::ChangedRecord(1), Problem::ChangedRecord(6)]);
}

#[test]
fn a_wrong_password_opens_nothing() {
    assert_eq!(look("pack-1-sealed.zip", Some("gravel tin owl 8")), Err(CannotBeRead::WrongPassword));
    assert_eq!(look("pack-1-sealed.zip", None), Err(CannotBeRead::PasswordNeeded));
}

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::*;

const JOURNAL: JournalId = JournalId([3; 16]);

fn ssh_keygen(dir: &Path, args: &[&str], input: Option<&str>) -> Output {
    let stdin = match input {
        Some(name) => Stdio::from(fs::File::open(dir.join(name)).unwrap()),
        None => Stdio::null(),
    };
    Command::new("ssh-keygen")
        .args(args)
        .current_dir(dir)
        .stdin(stdin)
        .output()
        .expect("ssh-keygen (OpenSSH) must be installed for this test")
}

const VERIFY: [&str; 10] =
    ["-Y", "verify", "-f", "allowed_signers", "-I", SIGNER, "-n", SIGNATURE_NAMESPACE, "-s", "pack.sig"];

#[test]
fn stock_ssh_keygen_accepts_a_pack_and_refuses_an_altered_one() {
    let dir = tempfile::tempdir().unwrap();
    let key = SigningKey::generate().unwrap();
    let pack = b"6e6f7420  chronology.csv\n";
    fs::write(dir.path().join("pack"), pack).unwrap();
    fs::write(dir.path().join("altered"), b"6e6f7421  chronology.csv\n").unwrap();
    fs::write(dir.path().join("pack.sig"), key.sign_pack(pack).unwrap()).unwrap();
    fs::write(dir.path().join("allowed_signers"), key.verifying_key().allowed_signers().unwrap()).unwrap();

    let good = ssh_keygen(dir.path(), &VERIFY, Some("pack"));
    assert!(good.status.success(), "{}", String::from_utf8_lossy(&good.stderr));
    assert!(!ssh_keygen(dir.path(), &VERIFY, Some("altered")).status.success());

    // Another key, and a signature made for another use.
    let other = SigningKey::generate().unwrap();
    fs::write(dir.path().join("pack.sig"), other.sign_pack(pack).unwrap()).unwrap();
    assert!(!ssh_keygen(dir.path(), &VERIFY, Some("pack")).status.success());
}

#[test]
fn the_fingerprint_is_the_one_that_ssh_keygen_shows() {
    let dir = tempfile::tempdir().unwrap();
    let key = SigningKey::generate().unwrap().verifying_key();
    let line = key.allowed_signers().unwrap();
    let public = line.split_once("\" ").unwrap().1;
    fs::write(dir.path().join("key.pub"), public).unwrap();
    let shown = ssh_keygen(dir.path(), &["-l", "-f", "key.pub"], None);
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert_eq!(shown.split_whitespace().nth(1), Some(key.fingerprint().as_str()));
    assert!(key.fingerprint().starts_with("SHA256:"));
}

#[test]
fn a_pack_signature_checks_only_for_its_text_its_key_and_its_use() {
    let key = SigningKey::generate().unwrap();
    let pem = key.sign_pack(b"pack").unwrap();
    let public = key.verifying_key();
    assert_eq!(public.verify_pack(b"pack", &pem), Ok(()));
    assert_eq!(public.verify_pack(b"Pack", &pem), Err(VaultError::WrongSignature));
    let other = SigningKey::generate().unwrap().verifying_key();
    assert_eq!(other.verify_pack(b"pack", &pem), Err(VaultError::WrongSignature));
    assert_eq!(public.verify_pack(b"pack", "not a signature"), Err(VaultError::WrongSignature));

    let to_sign = SshSig::signed_data("file", HashAlg::Sha512, b"pack").unwrap();
    let signature = Signature::new(Algorithm::Ed25519, key.sign(&to_sign).to_vec()).unwrap();
    let elsewhere = SshSig::new(public.key_data(), "file", HashAlg::Sha512, signature).unwrap();
    let pem = elsewhere.to_pem(LineEnding::LF).unwrap();
    assert_eq!(public.verify_pack(b"pack", &pem), Err(VaultError::WrongSignature));
}

#[test]
fn signatures_follow_rfc_8032() {
    // RFC 8032, section 7.1, test 2.
    let seed = hex::decode("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").unwrap();
    let public = hex::decode("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c").unwrap();
    let expected = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
                    085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
    let key = SigningKey(ed25519_dalek::SigningKey::from_bytes(&seed.try_into().unwrap()));
    assert_eq!(key.verifying_key().to_bytes()[..], public);
    let signature = key.sign(&[0x72]);
    assert_eq!(hex::encode(signature), expected);
    assert_eq!(key.verifying_key().verify(&[0x72], &signature), Ok(()));
    assert_eq!(key.verifying_key().verify(&[0x73], &signature), Err(VaultError::WrongSignature));
}

#[test]
fn a_sealed_signing_key_comes_back_under_its_own_master_key_only() {
    let master = MasterKey::random().unwrap();
    let key = SigningKey::generate().unwrap();
    let sealed = key.seal(&master, &JOURNAL).unwrap();
    let back = SigningKey::open(&master, &JOURNAL, &sealed).unwrap();
    assert_eq!(back.verifying_key(), key.verifying_key());
    let wrong = SigningKey::open(&MasterKey::random().unwrap(), &JOURNAL, &sealed);
    assert_eq!(wrong.unwrap_err(), VaultError::NotGenuine(Sealed::SigningKey));
    assert_eq!(format!("{key:?}"), "SigningKey(..)");
}

#[test]
fn a_weak_or_impossible_public_key_is_refused() {
    // The neutral point signs anything.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    assert_eq!(VerifyingKey::from_bytes(&neutral), Err(VaultError::NotAKey));
    let good = SigningKey::generate().unwrap().verifying_key();
    assert_eq!(VerifyingKey::from_bytes(&good.to_bytes()), Ok(good));
}

//! The public half of a chain's key, as OpenSSH writes it (RFC 8709, PROTOCOL.sshsig): so that a pack can be
//! checked with `ssh-keygen`, which most computers have. No secret comes near this file.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use sha2::{Digest as _, Sha256};

/// The namespace of the signature over a pack's manifest.
pub const NAMESPACE: &str = "steadfast-pack";
/// Who signs, in `allowed_signers`: no name, since the name is hers to give.
pub const SIGNER: &str = "writer";

/// The key in SSH's own form: two strings, each with its length before it.
fn blob(public_key: &[u8; 32]) -> Vec<u8> {
    let kind: &[u8] = b"ssh-ed25519";
    let length = |bytes: &[u8]| (bytes.len() as u32).to_be_bytes();
    [length(kind).as_slice(), kind, length(public_key).as_slice(), public_key].concat()
}

/// `SHA256:` and 43 characters, as `ssh-keygen -l` shows it. Told to the officer at handover.
pub fn fingerprint(public_key: &[u8; 32]) -> String {
    format!("SHA256:{}", STANDARD_NO_PAD.encode(Sha256::digest(blob(public_key))))
}

/// The one line of `allowed_signers`.
pub fn allowed_signers(public_key: &[u8; 32]) -> String {
    format!("{SIGNER} namespaces=\"{NAMESPACE}\" ssh-ed25519 {}\n", STANDARD.encode(blob(public_key)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The key of RFC 8032's first test vector; both texts as the `ssh-key` crate writes them.
    #[test]
    fn the_key_is_written_as_openssh_writes_it() {
        let mut key = [0; 32];
        hex::decode_to_slice("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", &mut key).unwrap();
        let public = ssh_key::PublicKey::from(ssh_key::public::Ed25519PublicKey(key));
        assert_eq!(fingerprint(&key), public.fingerprint(ssh_key::HashAlg::Sha256).to_string());
        assert!(allowed_signers(&key).contains(public.to_openssh().unwrap().trim()));
    }
}

//! Sealing of files, in chunks, so that a long recording needs little memory.
//!
//! ```text
//! sealed = version 1 (1) ‖ salt (32) ‖ chunks
//! chunk  = ciphertext of 64 KiB (the last one 0 to 64 KiB) ‖ tag (16)
//! key    = HKDF-SHA256(salt, master key, "file" ‖ version ‖ id)
//! nonce  = 7 zero bytes ‖ number of the chunk (u32, big endian) ‖ 1 for the last, else 0
//! associated data of each chunk = version ‖ journal ‖ id
//! ```
//!
//! This is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, 2015) with AES-256-GCM: the number
//! forbids reordering, the last mark forbids cutting off. The nonce's prefix is zero because the
//! key, made from a fresh salt, is used for this one file only.

use std::io::{self, Read, Write};

use aead_stream::{NewStream, Nonce, StreamBE32, StreamPrimitive};
use aes_gcm::Aes256Gcm;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::error::{Sealed, VaultError};
use super::random;
use super::scrub::{scrub_stack, scrubbed};
use super::seal::{bound_to, message_cipher};
use super::secret::{JournalId, MasterKey};

/// Plaintext bytes of a chunk.
pub const CHUNK: usize = 64 * 1024;

const VERSION: u8 = 1;
const TAG_LEN: usize = 16;
const WHAT: Sealed = Sealed::File;

/// What is kept about a sealed file, to compare with when it is read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileSeal {
    /// SHA-256 of the plaintext.
    pub sha256: [u8; 32],
    /// Length of the plaintext in bytes.
    pub length: u64,
}

/// The cipher of one file and where in it we are.
struct Chunks {
    stream: StreamBE32<Aes256Gcm>,
    bound: Vec<u8>,
    position: u32,
}

impl Chunks {
    /// Boxed, so that moving its owner about leaves no copies of the key schedule.
    fn new(master: &MasterKey, journal: &JournalId, id: &[u8; 16], salt: &[u8; 32]) -> Result<Box<Self>, VaultError> {
        let cipher = message_cipher(master, salt, &[b"file", &[VERSION], id])?;
        let prefix = Nonce::<Aes256Gcm, StreamBE32<Aes256Gcm>>::default();
        Ok(Box::new(Self {
            stream: StreamBE32::from_aead(cipher, &prefix),
            bound: bound_to(VERSION, journal, id),
            position: 0,
        }))
    }

    /// Moves on by one chunk. 2^32 chunks are 256 TiB.
    fn advance(&mut self) -> Result<(), VaultError> {
        self.position = self.position.checked_add(1).ok_or(VaultError::Cipher)?;
        Ok(())
    }
}

/// Seals a file as its bytes come in, and hashes them in the same pass.
///
/// Dropped without [`FileSealer::finish`] it leaves a file that does not open.
pub struct FileSealer<W: Write> {
    to: W,
    chunks: Box<Chunks>,
    waiting: Zeroizing<Vec<u8>>,
    hash: Sha256,
    length: u64,
    failed: bool,
}

impl<W: Write> FileSealer<W> {
    /// Starts a sealed file: writes the version and the salt.
    ///
    /// # Errors
    /// [`VaultError::Random`], [`VaultError::Io`].
    pub fn new(mut to: W, master: &MasterKey, journal: &JournalId, id: &[u8; 16]) -> Result<Self, VaultError> {
        let salt = random::bytes::<32>()?;
        let chunks = scrubbed(|| Chunks::new(master, journal, id, &salt))?;
        to.write_all(&[VERSION])?;
        to.write_all(&salt)?;
        Ok(Self {
            to,
            chunks,
            // With room for the tag: a buffer that grows would leave its old bytes behind.
            waiting: Zeroizing::new(Vec::with_capacity(CHUNK + TAG_LEN)),
            hash: Sha256::new(),
            length: 0,
            failed: false,
        })
    }

    /// Takes the next bytes, any number of them.
    ///
    /// # Errors
    /// [`VaultError::Io`] when writing fails; after that only [`VaultError::Failed`].
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<(), VaultError> {
        if self.failed {
            return Err(VaultError::Failed(WHAT));
        }
        self.hash.update(bytes);
        self.length += bytes.len() as u64;
        while !bytes.is_empty() {
            // A full chunk waits until more comes, because only then is it not the last.
            if self.waiting.len() == CHUNK {
                self.write_chunk(false)?;
            }
            let room = CHUNK.saturating_sub(self.waiting.len()).min(bytes.len());
            let (now, later) = bytes.split_at_checked(room).ok_or(VaultError::Cipher)?;
            self.waiting.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// What was taken and not yet written: less than a chunk and a byte. Somebody who keeps it beside what is
    /// written loses nothing when the program is killed; [`salvage_part`] reads the rest.
    pub fn waiting(&self) -> &[u8] {
        &self.waiting
    }

    /// How many chunks are written.
    pub fn chunks_written(&self) -> u32 {
        self.chunks.position
    }

    /// What it writes to, to sync it.
    pub fn written_to(&mut self) -> &mut W {
        &mut self.to
    }

    /// Seals the last chunk, flushes, and gives back what it wrote to: syncing to the disk is the caller's work.
    ///
    /// # Errors
    /// As [`FileSealer::push`].
    pub fn finish(mut self) -> Result<(FileSeal, W), VaultError> {
        if self.failed {
            return Err(VaultError::Failed(WHAT));
        }
        self.write_chunk(true)?;
        self.to.flush()?;
        scrub_stack();
        Ok((FileSeal { sha256: self.hash.finalize().into(), length: self.length }, self.to))
    }

    fn write_chunk(&mut self, last: bool) -> Result<(), VaultError> {
        // Cleared only when all went well: half a chunk may be on the disk.
        self.failed = true;
        self.chunks
            .stream
            .encrypt_in_place(self.chunks.position, last, &self.chunks.bound, &mut *self.waiting)
            .map_err(|_| VaultError::Cipher)?;
        self.to.write_all(&self.waiting)?;
        self.waiting.clear();
        self.chunks.advance()?;
        self.failed = false;
        Ok(())
    }
}

impl<W: Write> Write for FileSealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.push(bytes)?;
        Ok(bytes.len())
    }

    /// Flushes what is sealed; a chunk that is not full waits.
    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Reads a sealed file that was cut off before its end: every whole chunk is checked and given to `to`, in order.
/// A chunk that was only half written is left out. At most `chunks` are read. Says how many there were.
///
/// This is for files that never were finished, such as the recording of a phone that died. A finished file is
/// read by [`FileOpener`], which refuses to be cut short.
///
/// # Errors
/// [`VaultError::CutShort`] when not even the beginning is there, [`VaultError::UnknownVersion`],
/// [`VaultError::NotGenuine`] when a whole chunk does not check, [`VaultError::Io`]; and whatever `to` answers.
pub fn salvage_part<E: From<VaultError>>(
    mut from: impl Read,
    (master, journal, id): (&MasterKey, &JournalId, &[u8; 16]),
    chunks: u32,
    mut to: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<u32, E> {
    let mut ciphers = read_head(&mut from, master, journal, id)?;
    let mut chunk = Zeroizing::new(Vec::with_capacity(CHUNK + TAG_LEN));
    let length = u64::try_from(CHUNK + TAG_LEN).map_err(|_| VaultError::Cipher)?;
    while ciphers.position < chunks {
        chunk.clear();
        (&mut from).take(length).read_to_end(&mut chunk).map_err(VaultError::from)?;
        if chunk.len() < CHUNK + TAG_LEN {
            break;
        }
        ciphers.open(false, &mut chunk)?;
        to(&chunk)?;
        ciphers.advance()?;
    }
    scrub_stack();
    Ok(ciphers.position)
}

/// Reads the version and the salt, and makes the cipher from them.
fn read_head(
    from: &mut impl Read,
    master: &MasterKey,
    journal: &JournalId,
    id: &[u8; 16],
) -> Result<Box<Chunks>, VaultError> {
    let mut version = [0u8; 1];
    read_whole(from, &mut version)?;
    let [found] = version;
    if found != VERSION {
        return Err(VaultError::UnknownVersion { what: WHAT, found });
    }
    let mut salt = [0u8; 32];
    read_whole(from, &mut salt)?;
    scrubbed(|| Chunks::new(master, journal, id, &salt))
}

/// Opens a sealed file as a reader. Gives out no byte that has not been checked.
///
/// Bytes given out are genuine, but the file is whole only once reading has come to its end
/// without an error: then [`FileOpener::seal`] has a value.
pub struct FileOpener<R: Read> {
    from: R,
    chunks: Box<Chunks>,
    /// The chunk being given out, checked.
    open: Zeroizing<Vec<u8>>,
    given: usize,
    /// The first byte of the next chunk: whether there is one tells whether this is the last.
    ahead: Option<u8>,
    hash: Sha256,
    length: u64,
    state: State,
}

enum State {
    Reading,
    Done(FileSeal),
    Broken(VaultError),
}

impl<R: Read> FileOpener<R> {
    /// Reads the version and the salt.
    ///
    /// # Errors
    /// [`VaultError::CutShort`], [`VaultError::UnknownVersion`], [`VaultError::Io`].
    pub fn new(mut from: R, master: &MasterKey, journal: &JournalId, id: &[u8; 16]) -> Result<Self, VaultError> {
        let chunks = read_head(&mut from, master, journal, id)?;
        Ok(Self {
            from,
            chunks,
            open: Zeroizing::new(Vec::with_capacity(CHUNK + TAG_LEN + 1)),
            given: 0,
            ahead: None,
            hash: Sha256::new(),
            length: 0,
            state: State::Reading,
        })
    }

    /// Hash and length of the plaintext, once all of it was read and checked.
    pub fn seal(&self) -> Option<FileSeal> {
        match self.state {
            State::Done(seal) => Some(seal),
            _ => None,
        }
    }

    /// Reads and checks all that is left, giving it to `to` as it goes.
    ///
    /// # Errors
    /// [`VaultError::NotGenuine`], [`VaultError::CutShort`], [`VaultError::Io`]. What `to` got
    /// until then is genuine but not the whole file.
    pub fn copy_to<W: Write>(mut self, to: &mut W) -> Result<FileSeal, VaultError> {
        loop {
            let rest = self.open.get(self.given..).unwrap_or_default();
            to.write_all(rest)?;
            self.given = self.open.len();
            if let State::Done(seal) = self.state {
                return Ok(seal);
            }
            self.next_chunk()?;
        }
    }

    /// Reads the next chunk and checks it. On failure nothing of it is kept.
    fn next_chunk(&mut self) -> Result<(), VaultError> {
        if let State::Broken(error) = self.state {
            return Err(error);
        }
        let outcome = self.read_chunk().and_then(|()| self.check_chunk());
        if let Err(error) = outcome {
            self.open.zeroize();
            self.given = 0;
            self.state = State::Broken(error);
            scrub_stack();
        }
        outcome
    }

    /// Fills `open` with one sealed chunk and keeps the byte after it ahead.
    fn read_chunk(&mut self) -> Result<(), VaultError> {
        self.open.clear();
        self.given = 0;
        self.open.extend(self.ahead.take());
        let wanted = (CHUNK + TAG_LEN + 1).saturating_sub(self.open.len());
        let limit = u64::try_from(wanted).map_err(|_| VaultError::Cipher)?;
        (&mut self.from).take(limit).read_to_end(&mut self.open)?;
        if self.open.len() > CHUNK + TAG_LEN {
            self.ahead = self.open.pop();
        }
        Ok(())
    }

    fn check_chunk(&mut self) -> Result<(), VaultError> {
        let last = self.ahead.is_none();
        let sealed = if last { Zeroizing::new(self.open.to_vec()) } else { Zeroizing::default() };
        let opened = self.chunks.open(last, &mut self.open);
        if opened.is_err() && last {
            // A last chunk that opens as one in the middle: the rest was cut off.
            let mut sealed = sealed;
            let cut = sealed.len() < TAG_LEN || self.chunks.open(false, &mut sealed).is_ok();
            return Err(if cut { VaultError::CutShort(WHAT) } else { VaultError::NotGenuine(WHAT) });
        }
        opened?;
        self.hash.update(self.open.as_slice());
        self.length += self.open.len() as u64;
        if last {
            let sha256 = std::mem::take(&mut self.hash).finalize().into();
            self.state = State::Done(FileSeal { sha256, length: self.length });
            scrub_stack();
        } else {
            self.chunks.advance()?;
        }
        Ok(())
    }
}

impl Chunks {
    /// Opens one chunk in place at the present position.
    fn open(&self, last: bool, chunk: &mut Zeroizing<Vec<u8>>) -> Result<(), VaultError> {
        self.stream
            .decrypt_in_place(self.position, last, &self.bound, &mut **chunk)
            .map_err(|_| VaultError::NotGenuine(WHAT))
    }
}

impl<R: Read> Read for FileOpener<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        while self.given == self.open.len() {
            if matches!(self.state, State::Done(_)) {
                return Ok(0);
            }
            self.next_chunk()?;
        }
        let rest = self.open.get(self.given..).unwrap_or_default();
        let taken = rest.iter().zip(out.iter_mut()).map(|(from, to)| *to = *from).count();
        self.given += taken;
        Ok(taken)
    }
}

/// Fills `out`, or says that the file is cut short.
fn read_whole(from: &mut impl Read, out: &mut [u8]) -> Result<(), VaultError> {
    from.read_exact(out).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => VaultError::CutShort(WHAT),
        kind => VaultError::Io(kind),
    })
}

#[cfg(test)]
#[path = "stream_tests.rs"]
mod tests;

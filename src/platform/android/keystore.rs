//! Android's Keystore: a key for HMAC-SHA256 that cannot be exported. What is signed with it is the mixing.

use super::chip::{self, Chips};
use super::java::{self, Method};
use super::system::calls::{call, call_static, make, object, string, taken, taken_key};
use super::system::{Call, System};
use super::{Android, AndroidError};
use crate::platform::hardware::{Hardware, HardwareError};
use jni::JNIEnv;
use jni::objects::{JByteArray, JObject, JValue};
use std::sync::Arc;
use zeroize::Zeroizing;

/// The store's name among Java's providers.
const STORE: &str = "AndroidKeyStore";
/// The key's name. It says nothing.
const ALIAS: &str = "k1";
/// The name of a key that is made only to see where keys lie, and taken away at once.
const PROBE: &str = "k0";
/// Bits of the key.
const BITS: i32 = 256;

/// The Keystore of this phone.
pub struct Keystore(Arc<System>);

impl Keystore {
    /// The Keystore that this system has.
    pub fn of(system: Arc<System>) -> Self {
        Self(system)
    }

    fn with<T>(&self, calls: impl FnOnce(&mut JNIEnv<'_>, &JObject<'_>) -> Call<T>) -> Result<T, HardwareError> {
        self.0.with(calls).map_err(|_| HardwareError::NoAnswer)
    }
}

impl Chips for System {
    fn level(&self) -> Result<i32, AndroidError> {
        self.api_level()
    }

    fn says_chip(&self) -> Result<bool, AndroidError> {
        self.with(|env, activity| {
            let packages = object(env, activity, java::PACKAGES, &[])?;
            let chip = string(env, java::CHIP)?;
            ask(env, &packages, java::HAS_FEATURE, &[JValue::Object(&chip)])
        })
    }
}

/// Who has to be recognised before a key computes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Nobody.
    Nobody,
    /// Its owner by finger or face, each time; by this class, where it can be said. It ends when one is added.
    EachTime(Option<i32>),
}

pub(super) fn make_key(env: &mut JNIEnv<'_>, alias: &str, in_chip: bool, owner: Owner) -> Call<()> {
    let (name, algorithm, store) = (string(env, alias)?, string(env, java::HMAC)?, string(env, STORE)?);
    let spec = make(env, java::KEY_SPEC_NEW, &[JValue::Object(&name), JValue::Int(java::SIGN)])?;
    call(env, &spec, java::KEY_SPEC_SIZE, &[JValue::Int(BITS)])?;
    if in_chip {
        call(env, &spec, java::KEY_SPEC_IN_CHIP, &[JValue::Bool(1)])?;
    }
    if owner != Owner::Nobody {
        call(env, &spec, java::KEY_SPEC_OWNER, &[JValue::Bool(1)])?;
        call(env, &spec, java::KEY_SPEC_ENDS, &[JValue::Bool(1)])?;
    }
    if let Owner::EachTime(Some(class)) = owner {
        call(env, &spec, java::KEY_SPEC_BY, &[JValue::Int(0), JValue::Int(class)])?;
    }
    let spec = object(env, &spec, java::KEY_SPEC_BUILD, &[])?;
    let arguments = [JValue::Object(&algorithm), JValue::Object(&store)];
    let generator = call_static(env, java::KEY_GENERATOR, &arguments)?;
    call(env, &generator, java::KEY_GENERATOR_INIT, &[JValue::Object(&spec)])?;
    object(env, &generator, java::KEY_GENERATOR_MAKE, &[])?;
    Ok(())
}

pub(super) fn end_key(env: &mut JNIEnv<'_>, alias: &str) -> Call<()> {
    let store = store(env)?;
    let alias = string(env, alias)?;
    call(env, &store, java::KEY_STORE_DELETE, &[JValue::Object(&alias)]).map(|_| ())
}

/// Begins a computation. With a key that has an owner it can be finished only after she was recognised.
pub(super) fn begin<'frame>(env: &mut JNIEnv<'frame>, alias: &str) -> Call<JObject<'frame>> {
    let (algorithm, alias) = (string(env, java::HMAC)?, string(env, alias)?);
    let store = store(env)?;
    let no_password = JObject::null();
    let arguments = [JValue::Object(&alias), JValue::Object(&no_password)];
    let answer = env.call_method(&store, java::KEY_STORE_KEY.name, java::KEY_STORE_KEY.signature, &arguments);
    let key = taken_key(env, answer)?.l().map_err(|_| AndroidError::Refused)?;
    if key.is_null() {
        return Err(AndroidError::KeyGone);
    }
    let mac = call_static(env, java::MAC, &[JValue::Object(&algorithm)])?;
    call(env, &mac, java::MAC_INIT, &[JValue::Object(&key)])?;
    Ok(mac)
}

pub(super) fn finish(env: &mut JNIEnv<'_>, mac: &JObject<'_>, input: &[u8; 32]) -> Call<Zeroizing<Vec<u8>>> {
    let made = env.byte_array_from_slice(input);
    let bytes = taken(env, made)?;
    let out = JByteArray::from(object(env, mac, java::MAC_FINISH, &[JValue::Object(&bytes)])?);
    let read = env.convert_byte_array(&out);
    let bytes = Zeroizing::new(taken(env, read)?);
    // The runtime's own array lies there until it is collected, which may be after a lock.
    let _ = env.set_byte_array_region(&out, 0, &vec![0; bytes.len()]);
    Ok(bytes)
}

/// The store, opened.
fn store<'frame>(env: &mut JNIEnv<'frame>) -> Call<JObject<'frame>> {
    let name = string(env, STORE)?;
    let store = call_static(env, java::KEY_STORE, &[JValue::Object(&name)])?;
    call(env, &store, java::KEY_STORE_LOAD, &[JValue::Object(&JObject::null())])?;
    Ok(store)
}

fn ask(env: &mut JNIEnv<'_>, on: &JObject<'_>, method: Method, arguments: &[JValue<'_, '_>]) -> Call<bool> {
    call(env, on, method, arguments)?.z().map_err(|_| AndroidError::Refused)
}

fn probe_is_inside(env: &mut JNIEnv<'_>) -> Call<bool> {
    let (algorithm, provider) = (string(env, java::HMAC)?, string(env, STORE)?);
    let store = store(env)?;
    let alias = string(env, PROBE)?;
    let key = object(env, &store, java::KEY_STORE_KEY, &[JValue::Object(&alias), JValue::Object(&JObject::null())])?;
    let factory = call_static(env, java::KEY_FACTORY, &[JValue::Object(&algorithm), JValue::Object(&provider)])?;
    let found = env.find_class(java::KEY_INFO_INSIDE.class);
    let class = taken(env, found)?;
    let info = object(env, &factory, java::KEY_FACTORY_INFO, &[JValue::Object(&key), JValue::Object(&class)])?;
    ask(env, &info, java::KEY_INFO_INSIDE, &[])
}

impl Hardware for Keystore {
    fn has_chip(&self) -> bool {
        chip::has_chip(&*self.0)
    }

    fn make(&self, in_chip: bool) -> Result<(), HardwareError> {
        self.with(|env, _| make_key(env, ALIAS, in_chip, Owner::Nobody))
    }

    fn compute(&self, input: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, HardwareError> {
        let computed = self.0.with(|env, _| {
            let mac = begin(env, ALIAS)?;
            finish(env, &mac, input)
        });
        computed.map_err(|error| match error {
            AndroidError::KeyGone => HardwareError::Gone,
            _ => HardwareError::NoAnswer,
        })
    }

    fn end(&self) -> Result<(), HardwareError> {
        self.with(|env, _| end_key(env, ALIAS))
    }

    fn is_hardware(&self) -> bool {
        let made = self.with(|env, _| make_key(env, PROBE, false, Owner::Nobody)).is_ok();
        let inside = made && self.with(|env, _| probe_is_inside(env)).unwrap_or(false);
        let _ = self.with(|env, _| end_key(env, PROBE));
        inside
    }
}

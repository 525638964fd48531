//! The ways to call Java, each with its exception taken back.

use super::Call;
use crate::platform::android::java::{self, Kind, Method};
use crate::platform::android::{AndroidError, thrown};
use jni::JNIEnv;
use jni::objects::{JClass, JObject, JObjectArray, JString, JThrowable, JValue, JValueOwned};

/// The answer of a call, with its exception taken back if there was one.
pub(in crate::platform::android) fn taken<T>(env: &mut JNIEnv<'_>, answer: jni::errors::Result<T>) -> Call<T> {
    taken_as(env, answer, |env, thrown| thrown::meaning(|class| is(env, thrown, class)))
}

/// The same for a call that hands out a key.
pub(in crate::platform::android) fn taken_key<T>(env: &mut JNIEnv<'_>, answer: jni::errors::Result<T>) -> Call<T> {
    taken_as(env, answer, |env, thrown| {
        let caused = has_cause(env, thrown);
        thrown::meaning_for_a_key(|class| is(env, thrown, class), caused)
    })
}

fn taken_as<'frame, T>(
    env: &mut JNIEnv<'frame>,
    answer: jni::errors::Result<T>,
    means: impl FnOnce(&mut JNIEnv<'frame>, &JThrowable<'frame>) -> AndroidError,
) -> Call<T> {
    answer.map_err(|_| {
        let thrown = env.exception_occurred();
        let _ = env.exception_clear();
        match thrown {
            Ok(thrown) if !thrown.is_null() => means(env, &thrown),
            _ => AndroidError::Refused,
        }
    })
}

fn is(env: &mut JNIEnv<'_>, thrown: &JThrowable<'_>, class: &str) -> bool {
    let is = env.is_instance_of(thrown, class).unwrap_or(false);
    // Finding a class may itself have thrown.
    let _ = env.exception_clear();
    is
}

/// Whether another exception stands behind this one; also where that cannot be told.
fn has_cause(env: &mut JNIEnv<'_>, thrown: &JThrowable<'_>) -> bool {
    let answer = env.call_method(thrown, java::CAUSE.name, java::CAUSE.signature, &[]);
    let cause = answer.and_then(JValueOwned::l);
    let _ = env.exception_clear();
    cause.map_or(true, |cause| !cause.is_null())
}

pub(in crate::platform::android) fn call<'frame>(
    env: &mut JNIEnv<'frame>,
    on: &JObject<'_>,
    method: Method,
    arguments: &[JValue<'_, '_>],
) -> Call<JValueOwned<'frame>> {
    debug_assert_eq!(method.kind, Kind::Of);
    let answer = env.call_method(on, method.name, method.signature, arguments);
    taken(env, answer)
}

pub(in crate::platform::android) fn object<'frame>(
    env: &mut JNIEnv<'frame>,
    on: &JObject<'_>,
    method: Method,
    arguments: &[JValue<'_, '_>],
) -> Call<JObject<'frame>> {
    let object = call(env, on, method, arguments)?.l().map_err(|_| AndroidError::Refused)?;
    if object.is_null() { Err(AndroidError::Refused) } else { Ok(object) }
}

pub(in crate::platform::android) fn call_static<'frame>(
    env: &mut JNIEnv<'frame>,
    method: Method,
    arguments: &[JValue<'_, '_>],
) -> Call<JObject<'frame>> {
    let object = static_value(env, method, arguments)?.l().map_err(|_| AndroidError::Refused)?;
    if object.is_null() { Err(AndroidError::Refused) } else { Ok(object) }
}

/// The same where the answer is no object.
pub(in crate::platform::android) fn static_value<'frame>(
    env: &mut JNIEnv<'frame>,
    method: Method,
    arguments: &[JValue<'_, '_>],
) -> Call<JValueOwned<'frame>> {
    debug_assert_eq!(method.kind, Kind::Static);
    let answer = env.call_static_method(method.class, method.name, method.signature, arguments);
    taken(env, answer)
}

pub(in crate::platform::android) fn make<'frame>(
    env: &mut JNIEnv<'frame>,
    method: Method,
    arguments: &[JValue<'_, '_>],
) -> Call<JObject<'frame>> {
    debug_assert_eq!(method.kind, Kind::New);
    let answer = env.new_object(method.class, method.signature, arguments);
    taken(env, answer)
}

pub(in crate::platform::android) fn string<'frame>(env: &mut JNIEnv<'frame>, words: &str) -> Call<JString<'frame>> {
    let answer = env.new_string(words);
    taken(env, answer)
}

pub(in crate::platform::android) fn text(env: &mut JNIEnv<'_>, words: JObject<'_>) -> Call<String> {
    let words = JString::from(words);
    let answer = env.get_string(&words).map(String::from);
    taken(env, answer)
}

/// A list of words.
pub(in crate::platform::android) fn words<'frame>(
    env: &mut JNIEnv<'frame>,
    all: &[&str],
) -> Call<JObjectArray<'frame>> {
    let length = i32::try_from(all.len()).map_err(|_| AndroidError::Refused)?;
    let list = env.new_object_array(length, "java/lang/String", JObject::null());
    let list = taken(env, list)?;
    for (at, word) in (0..).zip(all) {
        let word = string(env, word)?;
        let put = env.set_object_array_element(&list, at, word);
        taken(env, put)?;
    }
    Ok(list)
}

/// Calls one of our own classes, or makes an object of it.
pub(in crate::platform::android) fn call_own<'frame>(
    env: &mut JNIEnv<'frame>,
    activity: &JObject<'_>,
    method: Method,
    arguments: &[JValue<'_, '_>],
) -> Call<JValueOwned<'frame>> {
    let class = own_class(env, activity, method.class)?;
    let answer = match method.kind {
        Kind::New => env.new_object(class, method.signature, arguments).map(JValueOwned::Object),
        _ => env.call_static_method(class, method.name, method.signature, arguments),
    };
    taken(env, answer)
}

/// A class of the app or of the libraries that it brings.
pub(in crate::platform::android) fn own_class<'frame>(
    env: &mut JNIEnv<'frame>,
    activity: &JObject<'_>,
    name: &str,
) -> Call<JClass<'frame>> {
    let loader = object(env, activity, java::CLASS_LOADER, &[])?;
    let name = string(env, &name.replace('/', "."))?;
    Ok(object(env, &loader, java::LOAD_CLASS, &[JValue::Object(&name)])?.into())
}

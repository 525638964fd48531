//! The one function that Java calls in Rust, and who gets what it brings.

use super::calls::{call_own, own_class, taken};
use super::{Call, System};
use crate::platform::android::AndroidError;
use crate::platform::android::ask::{Answer, MEMORY, Pending, Questions, is_short};
use crate::platform::android::java;
use jni::objects::{JClass, JDoubleArray, JObject, JObjectArray, JString, JValue};
use jni::sys::jint;
use jni::{JNIEnv, NativeMethod};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

static OPEN: Questions = Questions::none();
static SHORT_OF_MEMORY: OnceLock<Box<dyn Fn() + Send + Sync>> = OnceLock::new();

/// What is done when Android says that memory is low. Set once, before the screen opens.
pub fn when_short_of_memory(done: impl Fn() + Send + Sync + 'static) {
    let _ = SHORT_OF_MEMORY.set(Box::new(done));
}

/// Says to Java which function of Rust takes its answers.
pub(super) fn register(env: &mut JNIEnv<'_>, activity: &JObject<'_>) -> Call<()> {
    let class = own_class(env, activity, java::ANSWERED.class)?;
    let function = NativeMethod {
        name: java::ANSWERED.name.into(),
        sig: java::ANSWERED.signature.into(),
        fn_ptr: answered as *mut std::ffi::c_void,
    };
    let registered = env.register_native_methods(class, &[function]);
    taken(env, registered)
}

/// Called by Java, on any of its threads.
extern "system" fn answered<'local>(
    mut env: JNIEnv<'local>,
    _class: JClass<'local>,
    question: jint,
    code: jint,
    words: JObjectArray<'local>,
    numbers: JDoubleArray<'local>,
) {
    // Nothing may unwind into Java. Nothing in here panics by itself.
    let _ = catch_unwind(AssertUnwindSafe(|| {
        if question == MEMORY {
            if is_short(code) {
                // The screen's thread does not wait for what is to be written.
                let _ = std::thread::Builder::new().spawn(|| {
                    if let Some(done) = SHORT_OF_MEMORY.get() {
                        done();
                    }
                });
            }
            return;
        }
        let words = all_words(&mut env, &words).unwrap_or_default();
        let numbers = all_numbers(&mut env, &numbers).unwrap_or_default();
        OPEN.answer(question, Answer { code, words, numbers });
    }));
}

fn all_words(env: &mut JNIEnv<'_>, words: &JObjectArray<'_>) -> Call<Vec<String>> {
    if words.is_null() {
        return Ok(Vec::new());
    }
    let length = env.get_array_length(words);
    let length = taken(env, length)?;
    let mut all = Vec::new();
    for at in 0..length {
        let word = env.get_object_array_element(words, at);
        let word = JString::from(taken(env, word)?);
        let plain = env.get_string(&word).map(String::from);
        all.push(taken(env, plain)?);
        // A hundred photos are a hundred references.
        let _ = env.delete_local_ref(word);
    }
    Ok(all)
}

fn all_numbers(env: &mut JNIEnv<'_>, numbers: &JDoubleArray<'_>) -> Call<Vec<f64>> {
    if numbers.is_null() {
        return Ok(Vec::new());
    }
    let length = env.get_array_length(numbers);
    let length = usize::try_from(taken(env, length)?).map_err(|_| AndroidError::Refused)?;
    let mut all = vec![0.0; length];
    let read = env.get_double_array_region(numbers, 0, &mut all);
    taken(env, read)?;
    Ok(all)
}

impl System {
    /// Opens a question to which Android can answer.
    pub(super) fn question(&self) -> Call<(i32, Pending)> {
        // Without the function an answer would be waited for without end.
        if self.hears { Ok(OPEN.open()) } else { Err(AndroidError::Refused) }
    }
}

/// An object of ours that Android calls about this question.
pub(super) fn listener<'frame>(
    env: &mut JNIEnv<'frame>,
    activity: &JObject<'_>,
    class: java::Method,
    question: i32,
) -> Call<JObject<'frame>> {
    call_own(env, activity, class, &[JValue::Int(question)])?.l().map_err(|_| AndroidError::Refused)
}

//! A finger or a face, through JNI.

use super::System;
use super::answers::listener;
use super::calls::{call, make, object, string};
use super::places::service;
use crate::domain::ports::TouchWords;
use crate::platform::android::ask::Pending;
use crate::platform::android::keystore::{self, Owner};
use crate::platform::android::touch::{Compute, Finger, Key};
use crate::platform::android::{AndroidError, java};
use jni::objects::JValue;

fn alias(key: Key) -> &'static str {
    match key {
        Key::Shortcut => "k2",
        Key::Probe => "k3",
    }
}

impl Finger for System {
    fn recognises(&self, class: Option<i32>) -> Result<bool, AndroidError> {
        self.with(|env, activity| {
            let touch = service(env, activity, java::TOUCH_SERVICE)?;
            let answer = match class {
                Some(class) => call(env, &touch, java::TOUCH_CAN_CLASS, &[JValue::Int(class)])?,
                None => call(env, &touch, java::TOUCH_CAN, &[])?,
            };
            Ok(answer.i().map_err(|_| AndroidError::Refused)? == java::TOUCH_READY)
        })
    }

    fn make_key(&self, key: Key, in_chip: bool, by: Option<i32>) -> Result<(), AndroidError> {
        self.with(|env, _| keystore::make_key(env, alias(key), in_chip, Owner::EachTime(by)))
    }

    fn end_key(&self, key: Key) -> Result<(), AndroidError> {
        self.with(|env, _| keystore::end_key(env, alias(key)))
    }

    fn ask(&self, words: &TouchWords, class: Option<i32>) -> Result<(Pending, Compute), AndroidError> {
        let (number, pending) = self.question()?;
        let (mac, stop) = self.with(|env, activity| {
            let mac = keystore::begin(env, alias(Key::Shortcut))?;
            let stop = make(env, java::STOP_NEW, &[])?;
            let hears = listener(env, activity, java::LISTENER_NEW, number)?;
            let hears_touch = listener(env, activity, java::TOUCH_LISTENER_NEW, number)?;
            let (title, cancel) = (string(env, &words.title)?, string(env, &words.cancel)?);
            let question = make(env, java::TOUCH_NEW, &[JValue::Object(activity)])?;
            call(env, &question, java::TOUCH_TITLE, &[JValue::Object(&title)])?;
            let way_out = [JValue::Object(&cancel), JValue::Object(&hears), JValue::Object(&hears)];
            call(env, &question, java::TOUCH_WAY_OUT, &way_out)?;
            if let Some(class) = class {
                call(env, &question, java::TOUCH_CLASS, &[JValue::Int(class)])?;
            }
            let question = object(env, &question, java::TOUCH_BUILD, &[])?;
            let lets_through = make(env, java::TOUCH_MAC, &[JValue::Object(&mac)])?;
            let arguments = [
                JValue::Object(&lets_through),
                JValue::Object(&stop),
                JValue::Object(&hears),
                JValue::Object(&hears_touch),
            ];
            call(env, &question, java::TOUCH_ASK, &arguments)?;
            Ok((self.hold(env, &mac)?, self.hold(env, &stop)?))
        })?;
        let (stops, computes) = (self.clone(), self.clone());
        let pending = pending.then(Box::new(move || {
            let _ = stops.with(|env, _| call(env, &stop, java::STOP_NOW, &[]).map(|_| ()));
        }));
        let compute = move |input: &[u8; 32]| computes.with(|env, _| keystore::finish(env, &mac, input));
        Ok((pending, Box::new(compute)))
    }
}

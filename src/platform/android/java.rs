//! Every method and constant of Android's own classes that Rust uses, in lists. JNI finds a method by its name and signature only when
//! it is called, on the phone, so the lists are held against Android's published interface by a test (`tests/phones.rs`).

/// How a method is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// On an object.
    Of,
    /// On the class.
    Static,
    /// To make an object.
    New,
}

/// One method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// The class that declares it, with `/`.
    pub class: &'static str,
    /// Its name; `<init>` to make an object.
    pub name: &'static str,
    /// Its parameters and its result, as JNI writes them.
    pub signature: &'static str,
    /// How it is called.
    pub kind: Kind,
    /// The first API level that has it. Above the lowest that we support, whoever calls it has to ask for the level first.
    pub since: i32,
}

const fn method(kind: Kind, class: &'static str, name: &'static str, signature: &'static str, since: i32) -> Method {
    Method { class, name, signature, kind, since }
}

macro_rules! methods {
    ($($(#[$doc:meta])* $constant:ident = $kind:ident $class:literal $name:literal $signature:literal since $since:literal;)+) => {
        $($(#[$doc])* pub const $constant: Method = method(Kind::$kind, $class, $name, $signature, $since);)+

        /// All of them.
        pub const ALL: &[Method] = &[$($constant),+];
    };
}

methods! {
    /// An intent with an action.
    INTENT_NEW = New "android/content/Intent" "<init>" "(Ljava/lang/String;)V" since 1;
    /// With what.
    INTENT_SET_DATA = Of "android/content/Intent" "setData" "(Landroid/net/Uri;)Landroid/content/Intent;" since 1;
    /// Of which media type.
    INTENT_SET_TYPE = Of "android/content/Intent" "setType" "(Ljava/lang/String;)Landroid/content/Intent;" since 1;
    /// In which category.
    INTENT_ADD_CATEGORY = Of "android/content/Intent" "addCategory" "(Ljava/lang/String;)Landroid/content/Intent;" since 1;
    /// With which flags.
    INTENT_SET_FLAGS = Of "android/content/Intent" "setFlags" "(I)Landroid/content/Intent;" since 1;
    /// Words beside it.
    INTENT_PUT_WORDS = Of "android/content/Intent" "putExtra" "(Ljava/lang/String;Ljava/lang/String;)Landroid/content/Intent;" since 1;
    /// A thing beside it.
    INTENT_PUT_THING = Of "android/content/Intent" "putExtra" "(Ljava/lang/String;Landroid/os/Parcelable;)Landroid/content/Intent;" since 1;
    /// What may be read by whoever gets the intent.
    INTENT_SET_CLIP = Of "android/content/Intent" "setClipData" "(Landroid/content/ClipData;)V" since 16;
    /// An intent that lets the person choose the app.
    INTENT_CHOOSER = Static "android/content/Intent" "createChooser" "(Landroid/content/Intent;Ljava/lang/CharSequence;)Landroid/content/Intent;" since 1;
    /// An address.
    URI_PARSE = Static "android/net/Uri" "parse" "(Ljava/lang/String;)Landroid/net/Uri;" since 1;
    /// What is handed over, by its address.
    CLIP_OF = Static "android/content/ClipData" "newRawUri" "(Ljava/lang/CharSequence;Landroid/net/Uri;)Landroid/content/ClipData;" since 11;
    /// Any object in words.
    TO_STRING = Of "java/lang/Object" "toString" "()Ljava/lang/String;" since 1;
    /// A file by its path.
    FILE_NEW = New "java/io/File" "<init>" "(Ljava/lang/String;)V" since 1;
    /// Opens another app.
    START_ACTIVITY = Of "android/content/Context" "startActivity" "(Landroid/content/Intent;)V" since 1;
    /// What stays when the screen is gone.
    APPLICATION = Of "android/content/Context" "getApplicationContext" "()Landroid/content/Context;" since 1;
    /// The app's identifier.
    PACKAGE_NAME = Of "android/content/Context" "getPackageName" "()Ljava/lang/String;" since 1;
    /// Finds the app's own classes, which a thread made by Rust does not find by itself.
    CLASS_LOADER = Of "android/content/Context" "getClassLoader" "()Ljava/lang/ClassLoader;" since 1;
    /// A class by its name, with `.`.
    LOAD_CLASS = Of "java/lang/ClassLoader" "loadClass" "(Ljava/lang/String;)Ljava/lang/Class;" since 1;
    /// What knows the app's components.
    PACKAGES = Of "android/content/Context" "getPackageManager" "()Landroid/content/pm/PackageManager;" since 1;
    /// Turns a component on or off.
    SET_COMPONENT = Of "android/content/pm/PackageManager" "setComponentEnabledSetting" "(Landroid/content/ComponentName;II)V" since 1;
    /// Whether the device has something.
    HAS_FEATURE = Of "android/content/pm/PackageManager" "hasSystemFeature" "(Ljava/lang/String;)Z" since 5;
    /// A component of this app.
    COMPONENT_NEW = New "android/content/ComponentName" "<init>" "(Ljava/lang/String;Ljava/lang/String;)V" since 1;
    /// Whether the screen is gone.
    IS_DESTROYED = Of "android/app/Activity" "isDestroyed" "()Z" since 17;
    /// Ends the screen and takes the app out of the list of recent apps.
    FINISH_AND_REMOVE = Of "android/app/Activity" "finishAndRemoveTask" "()V" since 21;
    /// Whether the list of recent apps shows a picture.
    SHOW_IN_RECENTS = Of "android/app/Activity" "setRecentsScreenshotEnabled" "(Z)V" since 33;
    /// The window.
    WINDOW = Of "android/app/Activity" "getWindow" "()Landroid/view/Window;" since 1;
    /// Sets flags of the window.
    WINDOW_ADD_FLAGS = Of "android/view/Window" "addFlags" "(I)V" since 1;
    /// Takes them away.
    WINDOW_CLEAR_FLAGS = Of "android/view/Window" "clearFlags" "(I)V" since 1;
    /// What is in the window.
    WINDOW_VIEW = Of "android/view/Window" "getDecorView" "()Landroid/view/View;" since 1;
    /// A tap that can be felt. Needs no permission and heeds the phone's setting.
    VIEW_TAP = Of "android/view/View" "performHapticFeedback" "(I)Z" since 3;
    /// The address under which a file of ours is lent.
    LEND_FILE = Static "androidx/core/content/FileProvider" "getUriForFile" "(Landroid/content/Context;Ljava/lang/String;Ljava/io/File;)Landroid/net/Uri;" since 4;
    /// A keystore by its name.
    KEY_STORE = Static "java/security/KeyStore" "getInstance" "(Ljava/lang/String;)Ljava/security/KeyStore;" since 1;
    /// Opens it.
    KEY_STORE_LOAD = Of "java/security/KeyStore" "load" "(Ljava/security/KeyStore$LoadStoreParameter;)V" since 1;
    /// A handle to a key; none if there is no such key. Whether there is one is not asked by itself (`containsAlias`): Android 12
    /// and newer say no to that also when the Keystore did not answer.
    KEY_STORE_KEY = Of "java/security/KeyStore" "getKey" "(Ljava/lang/String;[C)Ljava/security/Key;" since 1;
    /// Takes a key away.
    KEY_STORE_DELETE = Of "java/security/KeyStore" "deleteEntry" "(Ljava/lang/String;)V" since 1;
    /// What a key shall be like.
    KEY_SPEC_NEW = New "android/security/keystore/KeyGenParameterSpec$Builder" "<init>" "(Ljava/lang/String;I)V" since 23;
    /// How long.
    KEY_SPEC_SIZE = Of "android/security/keystore/KeyGenParameterSpec$Builder" "setKeySize" "(I)Landroid/security/keystore/KeyGenParameterSpec$Builder;" since 23;
    /// In a chip of its own.
    KEY_SPEC_IN_CHIP = Of "android/security/keystore/KeyGenParameterSpec$Builder" "setIsStrongBoxBacked" "(Z)Landroid/security/keystore/KeyGenParameterSpec$Builder;" since 28;
    /// That is all.
    KEY_SPEC_BUILD = Of "android/security/keystore/KeyGenParameterSpec$Builder" "build" "()Landroid/security/keystore/KeyGenParameterSpec;" since 23;
    /// Makes keys.
    KEY_GENERATOR = Static "javax/crypto/KeyGenerator" "getInstance" "(Ljava/lang/String;Ljava/lang/String;)Ljavax/crypto/KeyGenerator;" since 1;
    /// Like this.
    KEY_GENERATOR_INIT = Of "javax/crypto/KeyGenerator" "init" "(Ljava/security/spec/AlgorithmParameterSpec;)V" since 1;
    /// Makes one.
    KEY_GENERATOR_MAKE = Of "javax/crypto/KeyGenerator" "generateKey" "()Ljavax/crypto/SecretKey;" since 1;
    /// A computation with a key.
    MAC = Static "javax/crypto/Mac" "getInstance" "(Ljava/lang/String;)Ljavax/crypto/Mac;" since 1;
    /// With this key.
    MAC_INIT = Of "javax/crypto/Mac" "init" "(Ljava/security/Key;)V" since 1;
    /// Of these bytes.
    MAC_FINISH = Of "javax/crypto/Mac" "doFinal" "([B)[B" since 1;
    /// What tells about keys.
    KEY_FACTORY = Static "javax/crypto/SecretKeyFactory" "getInstance" "(Ljava/lang/String;Ljava/lang/String;)Ljavax/crypto/SecretKeyFactory;" since 1;
    /// About this one.
    KEY_FACTORY_INFO = Of "javax/crypto/SecretKeyFactory" "getKeySpec" "(Ljavax/crypto/SecretKey;Ljava/lang/Class;)Ljava/security/spec/KeySpec;" since 1;
    /// Whether it lies in hardware.
    KEY_INFO_INSIDE = Of "android/security/keystore/KeyInfo" "isInsideSecureHardware" "()Z" since 23;
    /// A place for files that no backup and no transfer to another phone takes.
    NO_BACKUP = Of "android/content/Context" "getNoBackupFilesDir" "()Ljava/io/File;" since 21;
    /// The usual place for files.
    FILES = Of "android/content/Context" "getFilesDir" "()Ljava/io/File;" since 1;
    /// Words of which any will do, beside an intent.
    INTENT_PUT_LIST = Of "android/content/Intent" "putExtra" "(Ljava/lang/String;[Ljava/lang/String;)Landroid/content/Intent;" since 1;
    /// Yes or no beside an intent.
    INTENT_PUT_YES = Of "android/content/Intent" "putExtra" "(Ljava/lang/String;Z)Landroid/content/Intent;" since 1;
    /// Opens another app that answers.
    START_FOR_ANSWER = Of "android/app/Activity" "startActivityForResult" "(Landroid/content/Intent;I)V" since 1;
    /// Asks her for permissions.
    ASK_PERMISSIONS = Of "android/app/Activity" "requestPermissions" "([Ljava/lang/String;I)V" since 23;
    /// Whether a permission is given.
    CHECK_PERMISSION = Of "android/content/Context" "checkSelfPermission" "(Ljava/lang/String;)I" since 23;
    /// A part of the system by its name.
    SERVICE = Of "android/content/Context" "getSystemService" "(Ljava/lang/String;)Ljava/lang/Object;" since 1;
    /// Whether a component is on.
    COMPONENT_STATE = Of "android/content/pm/PackageManager" "getComponentEnabledSetting" "(Landroid/content/ComponentName;)I" since 1;
    /// Whether a source of places is on.
    PLACE_SOURCE_ON = Of "android/location/LocationManager" "isProviderEnabled" "(Ljava/lang/String;)Z" since 1;
    /// Where the phone is now.
    PLACE_NOW = Of "android/location/LocationManager" "getCurrentLocation" "(Ljava/lang/String;Landroid/os/CancellationSignal;Ljava/util/concurrent/Executor;Ljava/util/function/Consumer;)V" since 30;
    /// Where it is, again and again; before Android 11 there is no better way.
    PLACE_UPDATES = Of "android/location/LocationManager" "requestLocationUpdates" "(Ljava/lang/String;JFLandroid/location/LocationListener;Landroid/os/Looper;)V" since 1;
    /// No more of it.
    PLACE_STOP = Of "android/location/LocationManager" "removeUpdates" "(Landroid/location/LocationListener;)V" since 1;
    /// The queue of the screen's thread.
    MAIN_LOOPER = Static "android/os/Looper" "getMainLooper" "()Landroid/os/Looper;" since 1;
    /// A way to stop something.
    STOP_NEW = New "android/os/CancellationSignal" "<init>" "()V" since 16;
    /// Stops it.
    STOP_NOW = Of "android/os/CancellationSignal" "cancel" "()V" since 16;
    /// What opens documents of other apps.
    DOCUMENTS = Of "android/content/Context" "getContentResolver" "()Landroid/content/ContentResolver;" since 1;
    /// Opens one.
    DOCUMENT_OPEN = Of "android/content/ContentResolver" "openFileDescriptor" "(Landroid/net/Uri;Ljava/lang/String;)Landroid/os/ParcelFileDescriptor;" since 1;
    /// What its app says of it.
    DOCUMENT_QUERY = Of "android/content/ContentResolver" "query" "(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;" since 1;
    /// Takes one away.
    DOCUMENT_DELETE = Static "android/provider/DocumentsContract" "deleteDocument" "(Landroid/content/ContentResolver;Landroid/net/Uri;)Z" since 19;
    /// The number of an open file.
    OPEN_FILE_NUMBER = Of "android/os/ParcelFileDescriptor" "getFd" "()I" since 1;
    /// Closes it, and says so to the app that opened it.
    OPEN_FILE_CLOSE = Of "android/os/ParcelFileDescriptor" "close" "()V" since 1;
    /// The first line of an answer.
    CURSOR_FIRST = Of "android/database/Cursor" "moveToFirst" "()Z" since 1;
    /// Which column has this name.
    CURSOR_COLUMN = Of "android/database/Cursor" "getColumnIndex" "(Ljava/lang/String;)I" since 1;
    /// Whether there is nothing in it.
    CURSOR_NOTHING = Of "android/database/Cursor" "isNull" "(I)Z" since 1;
    /// Words in it.
    CURSOR_WORDS = Of "android/database/Cursor" "getString" "(I)Ljava/lang/String;" since 1;
    /// A number in it.
    CURSOR_NUMBER = Of "android/database/Cursor" "getLong" "(I)J" since 1;
    /// That is all.
    CURSOR_CLOSE = Of "android/database/Cursor" "close" "()V" since 1;
    /// Whether this app's notices are shown.
    NOTICES_ON = Of "android/app/NotificationManager" "areNotificationsEnabled" "()Z" since 24;
    /// A kind of notices; none, if it is not set up.
    NOTICES_KIND = Of "android/app/NotificationManager" "getNotificationChannel" "(Ljava/lang/String;)Landroid/app/NotificationChannel;" since 26;
    /// How much it may disturb.
    NOTICES_KIND_RANK = Of "android/app/NotificationChannel" "getImportance" "()I" since 26;
    /// Whether a finger or face can be recognised.
    TOUCH_CAN = Of "android/hardware/biometrics/BiometricManager" "canAuthenticate" "()I" since 29;
    /// The same, of a class.
    TOUCH_CAN_CLASS = Of "android/hardware/biometrics/BiometricManager" "canAuthenticate" "(I)I" since 30;
    /// The system's question for a finger or face.
    TOUCH_NEW = New "android/hardware/biometrics/BiometricPrompt$Builder" "<init>" "(Landroid/content/Context;)V" since 28;
    /// What it says.
    TOUCH_TITLE = Of "android/hardware/biometrics/BiometricPrompt$Builder" "setTitle" "(Ljava/lang/CharSequence;)Landroid/hardware/biometrics/BiometricPrompt$Builder;" since 28;
    /// The way out of it.
    TOUCH_WAY_OUT = Of "android/hardware/biometrics/BiometricPrompt$Builder" "setNegativeButton" "(Ljava/lang/CharSequence;Ljava/util/concurrent/Executor;Landroid/content/DialogInterface$OnClickListener;)Landroid/hardware/biometrics/BiometricPrompt$Builder;" since 28;
    /// Which class it takes.
    TOUCH_CLASS = Of "android/hardware/biometrics/BiometricPrompt$Builder" "setAllowedAuthenticators" "(I)Landroid/hardware/biometrics/BiometricPrompt$Builder;" since 30;
    /// That is all.
    TOUCH_BUILD = Of "android/hardware/biometrics/BiometricPrompt$Builder" "build" "()Landroid/hardware/biometrics/BiometricPrompt;" since 28;
    /// The computation that it lets through.
    TOUCH_MAC = New "android/hardware/biometrics/BiometricPrompt$CryptoObject" "<init>" "(Ljavax/crypto/Mac;)V" since 28;
    /// Asks.
    TOUCH_ASK = Of "android/hardware/biometrics/BiometricPrompt" "authenticate" "(Landroid/hardware/biometrics/BiometricPrompt$CryptoObject;Landroid/os/CancellationSignal;Ljava/util/concurrent/Executor;Landroid/hardware/biometrics/BiometricPrompt$AuthenticationCallback;)V" since 28;
    /// The key works only after its owner was recognised; each time, unless something else is said.
    KEY_SPEC_OWNER = Of "android/security/keystore/KeyGenParameterSpec$Builder" "setUserAuthenticationRequired" "(Z)Landroid/security/keystore/KeyGenParameterSpec$Builder;" since 23;
    /// For how many seconds, and by what.
    KEY_SPEC_BY = Of "android/security/keystore/KeyGenParameterSpec$Builder" "setUserAuthenticationParameters" "(II)Landroid/security/keystore/KeyGenParameterSpec$Builder;" since 30;
    /// It ends when a finger or face is added.
    KEY_SPEC_ENDS = Of "android/security/keystore/KeyGenParameterSpec$Builder" "setInvalidatedByBiometricEnrollment" "(Z)Landroid/security/keystore/KeyGenParameterSpec$Builder;" since 24;
    /// The number of this process.
    OWN_PROCESS = Static "android/os/Process" "myPid" "()I" since 1;
    /// Ends a process at once.
    END_PROCESS = Static "android/os/Process" "killProcess" "(I)V" since 1;
    /// What stands behind an exception.
    CAUSE = Of "java/lang/Throwable" "getCause" "()Ljava/lang/Throwable;" since 1;
    /// Where a file lies.
    FILE_PATH = Of "java/io/File" "getAbsolutePath" "()Ljava/lang/String;" since 1;
}

macro_rules! constants {
    ($all:ident of $kind:ty: $($(#[$doc:meta])* $constant:ident = $class:literal $name:literal $value:literal;)+) => {
        $($(#[$doc])* pub const $constant: $kind = $value;)+

        /// All of them: class, name, value.
        pub const $all: &[(&str, &str, $kind)] = &[$(($class, $name, $constant)),+];
    };
}

constants! { NUMBERS of i32:
    /// The other app gets a task of its own, so that neither is part of the other in the list of recent apps, and so that it
    /// also opens when only the application, not its screen, is left to ask with.
    NEW_TASK = "android/content/Intent" "FLAG_ACTIVITY_NEW_TASK" 0x1000_0000;
    /// The other app may read the one file that is handed over, and only that one.
    MAY_READ = "android/content/Intent" "FLAG_GRANT_READ_URI_PERMISSION" 1;
    /// No screenshots, no picture in the list of recent apps, nothing on other screens.
    SECURE = "android/view/WindowManager$LayoutParams" "FLAG_SECURE" 0x2000;
    /// A tap as of a long press.
    LONG_PRESS = "android/view/HapticFeedbackConstants" "LONG_PRESS" 0;
    /// A component is on.
    ENABLED = "android/content/pm/PackageManager" "COMPONENT_ENABLED_STATE_ENABLED" 1;
    /// A component is off.
    DISABLED = "android/content/pm/PackageManager" "COMPONENT_ENABLED_STATE_DISABLED" 2;
    /// The app goes on while its components change.
    KEEP_RUNNING = "android/content/pm/PackageManager" "DONT_KILL_APP" 1;
    /// A key that signs, and does nothing else.
    SIGN = "android/security/keystore/KeyProperties" "PURPOSE_SIGN" 4;
    /// She chose.
    RESULT_OK = "android/app/Activity" "RESULT_OK" -1;
    /// A permission is given.
    GRANTED = "android/content/pm/PackageManager" "PERMISSION_GRANTED" 0;
    /// A component is as the manifest says.
    AS_INSTALLED = "android/content/pm/PackageManager" "COMPONENT_ENABLED_STATE_DEFAULT" 0;
    /// A kind of notices that she has turned off.
    NOTICES_KIND_OFF = "android/app/NotificationManager" "IMPORTANCE_NONE" 0;
    /// Android 13, which asks before an app may put up notices.
    NOTICES_API = "android/os/Build$VERSION_CODES" "TIRAMISU" 33;
    /// It runs, and memory is low.
    TRIM_LOW = "android/content/ComponentCallbacks2" "TRIM_MEMORY_RUNNING_LOW" 10;
    /// It runs, and others are ended for it.
    TRIM_CRITICAL = "android/content/ComponentCallbacks2" "TRIM_MEMORY_RUNNING_CRITICAL" 15;
    /// It is behind others, and about half of those are ended before it.
    TRIM_MODERATE = "android/content/ComponentCallbacks2" "TRIM_MEMORY_MODERATE" 60;
    /// It is the next to be ended.
    TRIM_COMPLETE = "android/content/ComponentCallbacks2" "TRIM_MEMORY_COMPLETE" 80;
    /// A finger or face is enrolled.
    TOUCH_READY = "android/hardware/biometrics/BiometricManager" "BIOMETRIC_SUCCESS" 0;
    /// Of the class that may let a key compute.
    BIOMETRIC_STRONG = "android/hardware/biometrics/BiometricManager$Authenticators" "BIOMETRIC_STRONG" 15;
    /// A key that only such a one lets compute.
    BY_BIOMETRIC = "android/security/keystore/KeyProperties" "AUTH_BIOMETRIC_STRONG" 2;
    /// She pressed the way out.
    BUTTON_NEGATIVE = "android/content/DialogInterface" "BUTTON_NEGATIVE" -2;
    /// The system took its question back.
    TOUCH_CANCELLED = "android/hardware/biometrics/BiometricPrompt" "BIOMETRIC_ERROR_CANCELED" 5;
    /// She turned it away.
    TOUCH_TURNED_AWAY = "android/hardware/biometrics/BiometricPrompt" "BIOMETRIC_ERROR_USER_CANCELED" 10;
    /// Nobody answered.
    TOUCH_TIME_OVER = "android/hardware/biometrics/BiometricPrompt" "BIOMETRIC_ERROR_TIMEOUT" 3;
    /// Too many tries.
    TOUCH_LOCKED = "android/hardware/biometrics/BiometricPrompt" "BIOMETRIC_ERROR_LOCKOUT" 7;
    /// Far too many.
    TOUCH_LOCKED_FOR_LONG = "android/hardware/biometrics/BiometricPrompt" "BIOMETRIC_ERROR_LOCKOUT_PERMANENT" 9;
    /// None is enrolled.
    TOUCH_NONE = "android/hardware/biometrics/BiometricPrompt" "BIOMETRIC_ERROR_NO_BIOMETRICS" 11;
    /// There is nothing to recognise with.
    TOUCH_NO_READER = "android/hardware/biometrics/BiometricPrompt" "BIOMETRIC_ERROR_HW_NOT_PRESENT" 12;
    /// The phone has no screen lock.
    TOUCH_NO_LOCK = "android/hardware/biometrics/BiometricPrompt" "BIOMETRIC_ERROR_NO_DEVICE_CREDENTIAL" 14;
    /// The reader is known to be unsafe.
    TOUCH_NOT_SAFE = "android/hardware/biometrics/BiometricPrompt" "BIOMETRIC_ERROR_SECURITY_UPDATE_REQUIRED" 15;
}

constants! { WORDS of &str:
    /// Shows the dialer with a number in it. Needs no permission, and takes emergency numbers, which `ACTION_CALL` refuses.
    DIAL = "android/content/Intent" "ACTION_DIAL" "android.intent.action.DIAL";
    /// Opens the messages with a recipient.
    SENDTO = "android/content/Intent" "ACTION_SENDTO" "android.intent.action.SENDTO";
    /// Opens a page.
    VIEW = "android/content/Intent" "ACTION_VIEW" "android.intent.action.VIEW";
    /// Hands something to another app.
    SEND = "android/content/Intent" "ACTION_SEND" "android.intent.action.SEND";
    /// Only what a browser may open.
    BROWSABLE = "android/content/Intent" "CATEGORY_BROWSABLE" "android.intent.category.BROWSABLE";
    /// The thing that is handed over.
    STREAM = "android/content/Intent" "EXTRA_STREAM" "android.intent.extra.STREAM";
    /// A chip of its own for keys.
    CHIP = "android/content/pm/PackageManager" "FEATURE_STRONGBOX_KEYSTORE" "android.hardware.strongbox_keystore";
    /// A key for HMAC with SHA-256; also the name of the computation.
    HMAC = "android/security/keystore/KeyProperties" "KEY_ALGORITHM_HMAC_SHA256" "HmacSHA256";
    /// Opens the picker of documents.
    OPEN_DOCUMENT = "android/content/Intent" "ACTION_OPEN_DOCUMENT" "android.intent.action.OPEN_DOCUMENT";
    /// Asks where a new document goes.
    CREATE_DOCUMENT = "android/content/Intent" "ACTION_CREATE_DOCUMENT" "android.intent.action.CREATE_DOCUMENT";
    /// Only what can be read as bytes.
    OPENABLE = "android/content/Intent" "CATEGORY_OPENABLE" "android.intent.category.OPENABLE";
    /// The name that is offered.
    TITLE = "android/content/Intent" "EXTRA_TITLE" "android.intent.extra.TITLE";
    /// Media types of which any will do.
    MIME_TYPES = "android/content/Intent" "EXTRA_MIME_TYPES" "android.intent.extra.MIME_TYPES";
    /// Whether several may be chosen.
    ALLOW_MULTIPLE = "android/content/Intent" "EXTRA_ALLOW_MULTIPLE" "android.intent.extra.ALLOW_MULTIPLE";
    /// A document's name.
    DISPLAY_NAME = "android/provider/OpenableColumns" "DISPLAY_NAME" "_display_name";
    /// A document's bytes.
    SIZE = "android/provider/OpenableColumns" "SIZE" "_size";
    /// Exactly where she is.
    FINE = "android/Manifest$permission" "ACCESS_FINE_LOCATION" "android.permission.ACCESS_FINE_LOCATION";
    /// Roughly where she is.
    COARSE = "android/Manifest$permission" "ACCESS_COARSE_LOCATION" "android.permission.ACCESS_COARSE_LOCATION";
    /// To put up notices.
    NOTICES = "android/Manifest$permission" "POST_NOTIFICATIONS" "android.permission.POST_NOTIFICATIONS";
    /// What knows places.
    PLACES_SERVICE = "android/content/Context" "LOCATION_SERVICE" "location";
    /// What shows notices.
    NOTICES_SERVICE = "android/content/Context" "NOTIFICATION_SERVICE" "notification";
    /// What recognises fingers and faces.
    TOUCH_SERVICE = "android/content/Context" "BIOMETRIC_SERVICE" "biometric";
    /// The source of places that joins the others.
    FUSED = "android/location/LocationManager" "FUSED_PROVIDER" "fused";
    /// Satellites.
    GPS = "android/location/LocationManager" "GPS_PROVIDER" "gps";
    /// What is on the air.
    NETWORK = "android/location/LocationManager" "NETWORK_PROVIDER" "network";
}

/// Classes of our own, in `MainActivity.kt`, with what Rust calls of them. A test holds these against that file.
pub const OWN: &[Method] = &[LISTENER_NEW, TOUCH_LISTENER_NEW, ANSWERED, NOTICE_KEEP, NOTICE_DROP];
/// What Android calls about one question.
pub const LISTENER_NEW: Method = method(Kind::New, "dev/dioxus/main/Listener", "<init>", "(I)V", 26);
/// What it calls about a finger or face.
pub const TOUCH_LISTENER_NEW: Method = method(Kind::New, "dev/dioxus/main/TouchListener", "<init>", "(I)V", 28);
/// Called by them: a function of Rust.
pub const ANSWERED: Method =
    method(Kind::Static, "dev/dioxus/main/Answers", "answered", "(II[Ljava/lang/String;[D)V", 26);
/// Keeps the reminder and sets the alarm.
pub const NOTICE_KEEP: Method = method(
    Kind::Static,
    "dev/dioxus/main/Notice",
    "keep",
    "(Landroid/content/Context;IILjava/lang/String;Ljava/lang/String;)Z",
    26,
);
/// Takes it away.
pub const NOTICE_DROP: Method =
    method(Kind::Static, "dev/dioxus/main/Notice", "drop", "(Landroid/content/Context;)Z", 26);

/// Classes of exceptions that are told apart.
pub const NO_ACTIVITY: &str = "android/content/ActivityNotFoundException";
/// A key that will never work again.
pub const KEY_INVALIDATED: &str = "android/security/keystore/KeyPermanentlyInvalidatedException";
/// What the Keystore makes of it when a key is asked for, and of much else.
pub const KEY_LOST: &str = "java/security/UnrecoverableKeyException";

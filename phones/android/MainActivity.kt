package dev.dioxus.main

import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.BroadcastReceiver
import android.content.ComponentCallbacks2
import android.content.ComponentName
import android.content.Context
import android.content.DialogInterface
import android.content.Intent
import android.content.SharedPreferences
import android.content.pm.PackageManager
import android.hardware.biometrics.BiometricPrompt
import android.location.Location
import android.location.LocationListener
import android.os.Build
import android.os.Bundle
import android.os.SystemClock
import android.view.View
import android.view.WindowInsets
import android.view.WindowManager
import android.webkit.WebView
import androidx.activity.OnBackPressedCallback
import androidx.annotation.RequiresApi
import java.time.Instant
import java.time.LocalTime
import java.time.ZoneId
import java.util.concurrent.Executor
import java.util.function.Consumer

// wry's own classes ask this one whether to log. It is named after the identifier in Dioxus.toml.
typealias BuildConfig = app.plain.daybook.BuildConfig

/** The one screen. What must hold before its first frame is here, and what Android tells only to a class; all else is in Rust. */
class MainActivity : WryActivity() {
    private var page: WebView? = null

    // wry's own Back asks the web view, which is not there yet while the app starts. Ours is below.
    override val handleBackNavigation: Boolean
        get() = false

    override fun onCreate(savedInstanceState: Bundle?) {
        // No picture of the app in the list of recent apps. Before Android 13 only a secure window does that, and it forbids
        // screenshots too.
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            setRecentsScreenshotEnabled(false)
        } else {
            window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        }
        // Nothing that was on a screen is put back after the process has ended.
        super.onCreate(null)
        onBackPressedDispatcher.addCallback(this, object : OnBackPressedCallback(true) {
            override fun handleOnBackPressed() = back()
        })
        keepClear()
    }

    /**
     * Android 15 lays the app under its own bars, the camera's notch and the keyboard, and web views before 2025 do not know it.
     * So the page gets what lies between them, and is told of nothing that it would step aside for once more.
     */
    private fun keepClear() {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.VANILLA_ICE_CREAM) return
        findViewById<View>(android.R.id.content)?.setOnApplyWindowInsetsListener { content, insets ->
            val kinds = WindowInsets.Type.systemBars() or WindowInsets.Type.displayCutout() or WindowInsets.Type.ime()
            val edges = insets.getInsets(kinds)
            content.setPadding(edges.left, edges.top, edges.right, edges.bottom)
            WindowInsets.CONSUMED
        }
    }

    override fun onWebViewCreate(webView: WebView) {
        page = webView
    }

    /** The page goes back if it can. Else the app is put away and not ended: what she is in the middle of stays. */
    private fun back() {
        val page = page
        if (page == null) {
            moveTaskToBack(true)
            return
        }
        page.evaluateJavascript("window.phoneBack ? window.phoneBack() : false") { went ->
            if (went != "true") moveTaskToBack(true)
        }
    }

    @Deprecated("Its successor has to be registered before the screen begins, and Rust asks later.")
    @Suppress("DEPRECATION")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        super.onActivityResult(requestCode, resultCode, data)
        val addresses = ArrayList<String>()
        data?.data?.let { addresses.add(it.toString()) }
        data?.clipData?.let { clip ->
            for (at in 0 until clip.itemCount) clip.getItemAt(at).uri?.let { addresses.add(it.toString()) }
        }
        Answers.tell(requestCode, resultCode, addresses.toTypedArray())
    }

    override fun onRequestPermissionsResult(requestCode: Int, permissions: Array<String>, grantResults: IntArray) {
        super.onRequestPermissionsResult(requestCode, permissions, grantResults)
        Answers.tell(requestCode, grantResults.size)
    }

    override fun onTrimMemory(level: Int) {
        super.onTrimMemory(level)
        Answers.tell(Answers.MEMORY, level)
    }

    @Suppress("DEPRECATION")
    override fun onLowMemory() {
        super.onLowMemory()
        Answers.tell(Answers.MEMORY, ComponentCallbacks2.TRIM_MEMORY_COMPLETE)
    }
}

/** Hands Android's answers to Rust, in plain values, under the number of the question. */
object Answers {
    /** Nobody's question: Android says that memory is low. */
    const val MEMORY = 0

    /** Registered by Rust when it begins. */
    @JvmStatic
    private external fun answered(question: Int, code: Int, words: Array<String>?, numbers: DoubleArray?)

    fun tell(question: Int, code: Int, words: Array<String>? = null, numbers: DoubleArray? = null) {
        try {
            answered(question, code, words, numbers)
        } catch (notYet: UnsatisfiedLinkError) {
            // Rust has not begun, so it has asked nothing.
        }
    }
}

/** What Android calls about one question that Rust has asked. */
class Listener(private val question: Int) : LocationListener, Consumer<Location?>, Executor, DialogInterface.OnClickListener {
    override fun onLocationChanged(location: Location) = accept(location)

    /** Latitude and longitude in degrees, the radius in metres (not a number: unknown), the age in milliseconds. */
    override fun accept(location: Location?) {
        val numbers = location?.let {
            val age = (SystemClock.elapsedRealtimeNanos() - it.elapsedRealtimeNanos) / 1e6
            doubleArrayOf(it.latitude, it.longitude, if (it.hasAccuracy()) it.accuracy.toDouble() else Double.NaN, age)
        }
        Answers.tell(question, 0, null, numbers)
    }

    // Before Android 11 these have no body of their own, and the call would end the app.
    override fun onProviderEnabled(provider: String) {}

    override fun onProviderDisabled(provider: String) {}

    @Deprecated("Called before Android 10.")
    override fun onStatusChanged(provider: String?, status: Int, extras: Bundle?) {}

    override fun execute(task: Runnable) = task.run()

    override fun onClick(dialog: DialogInterface?, which: Int) = Answers.tell(question, which)
}

/** What Android calls when a finger or a face was asked for: 0 if it was recognised, else its own number for why not. */
@RequiresApi(Build.VERSION_CODES.P)
class TouchListener(private val question: Int) : BiometricPrompt.AuthenticationCallback() {
    override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult?) = Answers.tell(question, 0)

    override fun onAuthenticationError(errorCode: Int, errString: CharSequence?) = Answers.tell(question, errorCode)
}

/**
 * Puts the one reminder on the screen and sets the next. It runs without Rust, since Android starts it when the app is not open,
 * and it is turned off while there is no reminder.
 */
class Notice : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent?) {
        // Our own alarm has no action. The others say that the phone started, that its clock was set, that the app was renewed.
        if (intent != null && intent.action == null) show(context)
        arm(context)
    }

    companion object {
        private const val NAME = "notice"
        private const val NUMBER = 1

        /** `minute` of the day; `day` 1 to 7 from Sunday, 0 for each day. Everything that is kept for it is given here. */
        @JvmStatic
        fun keep(context: Context, minute: Int, day: Int, words: String, channel: String): Boolean {
            val kept = kept(context).edit().clear()
                .putInt("minute", minute).putInt("day", day).putString("words", words).putString("channel", channel).commit()
            if (!kept) return false
            turn(context, PackageManager.COMPONENT_ENABLED_STATE_ENABLED)
            openChannel(context)
            return arm(context)
        }

        /** Takes it away, and what it put on the screen. */
        @JvmStatic
        fun drop(context: Context): Boolean {
            context.getSystemService(AlarmManager::class.java)?.cancel(alarm(context))
            context.getSystemService(NotificationManager::class.java)?.let {
                it.cancel(NUMBER)
                it.deleteNotificationChannel(NAME)
            }
            turn(context, PackageManager.COMPONENT_ENABLED_STATE_DISABLED)
            return kept(context).edit().clear().commit()
        }

        private fun kept(context: Context): SharedPreferences = context.getSharedPreferences(NAME, Context.MODE_PRIVATE)

        private fun turn(context: Context, state: Int) {
            val me = ComponentName(context, Notice::class.java)
            context.packageManager.setComponentEnabledSetting(me, state, PackageManager.DONT_KILL_APP)
        }

        private fun alarm(context: Context): PendingIntent = PendingIntent.getBroadcast(
            context, 0, Intent(context, Notice::class.java), PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT,
        )

        /** Sets the next one. May come late: for the minute Android wants a permission that is not worth it. */
        private fun arm(context: Context): Boolean {
            val kept = kept(context)
            val minute = kept.getInt("minute", -1)
            val alarms = context.getSystemService(AlarmManager::class.java)
            if (minute !in 0 until 24 * 60 || alarms == null) return false
            val at = next(System.currentTimeMillis(), ZoneId.systemDefault(), minute, kept.getInt("day", 0))
            alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, alarm(context))
            return true
        }

        /**
         * The first such time after `now`, in milliseconds. An hour that the clock leaves out moves that day and no other.
         * tests/phones/ReminderTimes.java asks it.
         */
        @JvmStatic
        fun next(now: Long, zone: ZoneId, minute: Int, day: Int): Long {
            val today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate()
            val time = LocalTime.of(minute / 60, minute % 60)
            val days = (0L..7L).map { today.plusDays(it) }.filter { day == 0 || it.dayOfWeek.value % 7 + 1 == day }
            val times = days.map { it.atTime(time).atZone(zone).toInstant().toEpochMilli() }
            // A day that is none of the seven was never kept; tomorrow then, and no crash.
            return times.firstOrNull { it > now } ?: (now + 24 * 60 * 60 * 1000L)
        }

        private fun openChannel(context: Context) {
            val name = kept(context).getString("channel", null) ?: return
            val channel = NotificationChannel(NAME, name, NotificationManager.IMPORTANCE_DEFAULT)
            channel.lockscreenVisibility = Notification.VISIBILITY_PRIVATE
            channel.setShowBadge(false)
            context.getSystemService(NotificationManager::class.java)?.createNotificationChannel(channel)
        }

        private fun show(context: Context) {
            val words = kept(context).getString("words", null) ?: return
            openChannel(context)
            // Whichever of the two names is on.
            val open = context.packageManager.getLaunchIntentForPackage(context.packageName)
            val mark = if (open?.component?.className?.endsWith(".Calculator") == true) "calculator_themed" else "daybook_themed"
            val icon = context.resources.getIdentifier(mark, "drawable", context.packageName)
            val notice = Notification.Builder(context, NAME)
                .setSmallIcon(if (icon != 0) icon else android.R.drawable.ic_popup_reminder)
                .setContentText(words)
                .setVisibility(Notification.VISIBILITY_PRIVATE)
                .setAutoCancel(true)
            if (open != null) {
                val flags = PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT
                notice.setContentIntent(PendingIntent.getActivity(context, 0, open, flags))
            }
            context.getSystemService(NotificationManager::class.java)?.notify(NUMBER, notice.build())
        }
    }
}

package dev.dioxus.main

import android.os.Build
import android.os.Bundle
import android.view.WindowManager
import android.webkit.WebView
import androidx.activity.OnBackPressedCallback

// wry's own classes ask this one whether to log. It is named after the identifier in Dioxus.toml.
typealias BuildConfig = app.plain.daybook.BuildConfig

/** The one screen. What must hold before its first frame is here; everything else is in Rust. */
class MainActivity : WryActivity() {
    private var page: WebView? = null

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
}

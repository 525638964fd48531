#!/bin/sh
# Draws the demo pictures again. Needs rsvg-convert, ImageMagick and the Inter typeface.
set -eu
cd "$(dirname "$0")"
for name in bus-stop card-on-mat flowers-on-step parked-car; do
    rsvg-convert --width 1200 "$name.svg" | convert png:- -strip -quality 86 "../$name.jpg"
done
for name in three-texts missed-calls; do
    rsvg-convert --width 780 "$name.svg" | convert png:- -strip +dither -colors 64 "../$name.png"
done

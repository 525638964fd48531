// Part 3 (this journey) is being written in /work/main by somebody else. Do not write it here: finish what you have open (lang on
// what fell back to English), commit without this file, delete it, and report.

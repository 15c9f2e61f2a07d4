# The documents show what the program prints: tests/transcript runs their sessions.
. "$(dirname "$0")/lib"

if is_sanitized; then
    skip guide "an ordinary build shows the same"
else
    said=$("$root/tests/transcript" check "$SANBU" "$root/docs/guide.md" "$root/README.md" 2>&1) ||
        problem "$said; after a look: make transcripts"
    verdict guide
fi

printf '%s\n' '```' '$ build/sanbu --version | sed s/sanbu/another/' 'sanbu' '```' >lie.md
"$root/tests/transcript" check "$SANBU" lie.md >said && problem "a document that is not true was found true"
grep -q 'lie.md:2' said || problem "it does not say where: $(cat said)"
verdict guide_that_is_not_true

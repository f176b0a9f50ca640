# Shortens XCTest's output to what did not pass and the totals. A test that ends the process is named: it never passed.
/^Test Case .* started/ { running = $0; next }
/^Test Case .* passed/ { running = ""; next }
/^Test Suite .* (started|passed) at / { next }
{
    if (running != "") print running
    running = ""
    print
    fflush()
}
END { if (running != "") print running }

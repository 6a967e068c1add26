package io.sparkex.internal.plan;

/**
 * Where in a program an expression was written: which method of the API was called, and
 * from which line.
 *
 * @param method the name of the method that was called
 * @param caller the line that called it
 * @since 0.1.0
 */
public record CallSite(String method, StackTraceElement caller) {

}

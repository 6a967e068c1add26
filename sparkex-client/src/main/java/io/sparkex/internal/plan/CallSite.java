package io.sparkex.internal.plan;

/**
 * Position in the application where an expression was created.
 *
 * @param method the name of the API method that was called
 * @param caller the stack frame of the caller
 * @since 0.1.0
 */
public record CallSite(String method, StackTraceElement caller) {

}

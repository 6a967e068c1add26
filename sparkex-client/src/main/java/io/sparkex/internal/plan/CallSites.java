package io.sparkex.internal.plan;

import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Capture of call sites: finds the application code that calls the client, so that errors
 * of the server can name it. Capturing takes about a microsecond, independent of the
 * depth of the stack. The system property {@code sparkex.call-sites=false} disables it.
 */
public final class CallSites {

	private static final boolean ENABLED = Boolean.parseBoolean(System.getProperty("sparkex.call-sites", "true"));

	private static final String API_PACKAGE = CallSites.class.getPackageName().replace(".internal.plan", "");

	private static final StackWalker walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	/**
	 * Identifies classes of the API. The package alone is not enough, because tests and
	 * extensions may share it.
	 */
	private static final ClassValue<Boolean> apiClasses = new ClassValue<>() {

		private final @Nullable CodeSource source = CallSites.class.getProtectionDomain().getCodeSource();

		@Override
		protected Boolean computeValue(Class<?> type) {
			return type == CallSites.class || (type.getPackageName().equals(API_PACKAGE)
					&& Objects.equals(type.getProtectionDomain().getCodeSource(), this.source));
		}

	};

	private CallSites() {
	}

	/**
	 * Returns the nearest caller outside of the client and the JDK. JDK frames are
	 * skipped because streams may call the client.
	 */
	public static @Nullable CallSite capture() {
		return ENABLED ? walker.walk(CallSites::find) : null;
	}

	private static @Nullable CallSite find(Stream<StackFrame> frames) {
		StackFrame called = null;
		for (Iterator<StackFrame> iterator = frames.iterator(); iterator.hasNext();) {
			StackFrame frame = iterator.next();
			if (apiClasses.get(frame.getDeclaringClass())) {
				called = frame;
			}
			else if (frame.getDeclaringClass().getClassLoader() != null) {
				return (called != null) ? new CallSite(called.getMethodName(), frame.toStackTraceElement()) : null;
			}
		}
		return null;
	}

}

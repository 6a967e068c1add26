package io.sparkex.internal.plan;

import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds the line of the application that calls this client, so that an error of the
 * server can name it. Takes about a microsecond, however deep the stack is; the system
 * property {@code sparkex.call-sites=false} saves it.
 */
public final class CallSites {

	private static final boolean ENABLED = Boolean.parseBoolean(System.getProperty("sparkex.call-sites", "true"));

	private static final StackWalker walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	/**
	 * The package is not enough: tests and extensions may share it.
	 */
	private static final ClassValue<Boolean> ours = new ClassValue<>() {

		private final @Nullable CodeSource source = CallSites.class.getProtectionDomain().getCodeSource();

		@Override
		protected Boolean computeValue(Class<?> type) {
			return type.getPackage() == CallSites.class.getPackage()
					&& Objects.equals(type.getProtectionDomain().getCodeSource(), this.source);
		}

	};

	private CallSites() {
	}

	/**
	 * The nearest caller that is neither this client nor the JDK, whose streams may stand
	 * between both.
	 */
	public static @Nullable CallSite capture() {
		return ENABLED ? walker.walk(CallSites::find) : null;
	}

	private static @Nullable CallSite find(Stream<StackFrame> frames) {
		StackFrame called = null;
		for (Iterator<StackFrame> iterator = frames.iterator(); iterator.hasNext();) {
			StackFrame frame = iterator.next();
			if (ours.get(frame.getDeclaringClass())) {
				called = frame;
			}
			else if (frame.getDeclaringClass().getClassLoader() != null) {
				return (called != null) ? new CallSite(called.getMethodName(), frame.toStackTraceElement()) : null;
			}
		}
		return null;
	}

}

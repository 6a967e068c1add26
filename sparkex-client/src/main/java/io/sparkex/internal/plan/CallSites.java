package io.sparkex.internal.plan;

import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Capture of the line of the application that calls this client, so that an error of the
 * server can name it. A capture takes about a microsecond for a stack of any depth; the
 * system property {@code sparkex.call-sites=false} disables it.
 */
public final class CallSites {

	private static final String ROOT = "io.sparkex";

	private static final boolean ENABLED = Boolean.parseBoolean(System.getProperty("sparkex.call-sites", "true"));

	private static final StackWalker walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	/**
	 * Classes of this client. The package alone is not sufficient, since tests and
	 * extensions may share it; nor is the code source, since an application may be
	 * packaged in the same jar.
	 */
	private static final ClassValue<Boolean> isClient = new ClassValue<>() {

		private final @Nullable CodeSource source = CallSites.class.getProtectionDomain().getCodeSource();

		@Override
		protected Boolean computeValue(Class<?> type) {
			String packageName = type.getPackageName();
			return (packageName.equals(ROOT) || packageName.startsWith(ROOT + ".internal."))
					&& Objects.equals(type.getProtectionDomain().getCodeSource(), this.source);
		}

	};

	private CallSites() {
	}

	/**
	 * Returns the nearest caller that is neither this client nor the JDK, whose streams
	 * may be between both.
	 */
	public static @Nullable CallSite capture() {
		return ENABLED ? walker.walk(CallSites::find) : null;
	}

	private static @Nullable CallSite find(Stream<StackFrame> frames) {
		StackFrame called = null;
		for (Iterator<StackFrame> iterator = frames.iterator(); iterator.hasNext();) {
			StackFrame frame = iterator.next();
			if (isClient.get(frame.getDeclaringClass())) {
				called = frame;
			}
			else if (frame.getDeclaringClass().getClassLoader() != null) {
				return (called != null) ? new CallSite(called.getMethodName(), frame.toStackTraceElement()) : null;
			}
		}
		return null;
	}

}

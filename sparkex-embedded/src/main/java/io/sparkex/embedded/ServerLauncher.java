package io.sparkex.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import javax.management.ObjectName;

/**
 * Main class of the child JVM. Takes the Spark properties from standard input, so that
 * the token is on no command line, in no environment and on no disk, and ends when that
 * input ends, so that the child never outlives its parent. It runs on Spark's class path
 * without sparkex: it uses nothing but the JDK and is a single class file.
 */
final class ServerLauncher {

	static final int STOP = 's';

	static final int ARCHIVE = 'a';

	private ServerLauncher() {
	}

	/**
	 * Runs the server.
	 * @param args the server's main class, then the work directory
	 * @throws Exception if the server cannot be started
	 */
	public static void main(String[] args) throws Exception {
		DataInputStream in = new DataInputStream(System.in);
		for (int count = in.readInt(); count > 0; count--) {
			System.setProperty(readString(in), readString(in));
		}
		ignoreInterruptsOfTerminal();
		Thread watcher = new Thread(() -> watch(in, Path.of(args[1])), "sparkex-parent-watch");
		watcher.setDaemon(true);
		watcher.start();
		try {
			Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
		}
		catch (InvocationTargetException ex) {
			ex.getTargetException().printStackTrace();
			// Threads that Spark has started by then would keep the process alive.
			System.exit(1);
		}
	}

	private static String readString(DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}

	/**
	 * A terminal sends Ctrl-C and its own end to all processes in it. The parent decides
	 * when this one ends, since it may still serve requests with it for a while.
	 */
	private static void ignoreInterruptsOfTerminal() {
		for (String name : new String[] { "INT", "HUP" }) {
			try {
				// By name: compilers warn about this class, and some JREs have none.
				Class<?> signal = Class.forName("sun.misc.Signal");
				Class<?> handler = Class.forName("sun.misc.SignalHandler");
				signal.getMethod("handle", signal, handler)
					.invoke(null, signal.getConstructor(String.class).newInstance(name),
							handler.getField("SIG_IGN").get(null));
			}
			catch (ReflectiveOperationException ex) {
				// Without this signal, or with -Xrs: Spark then ends on it, as any JVM.
			}
		}
	}

	private static void watch(DataInputStream in, Path workDirectory) {
		try {
			int command = in.read();
			if (command == ARCHIVE) {
				archive(readString(in));
			}
			if (command == ARCHIVE || command == STOP) {
				System.exit(0);
			}
		}
		catch (IOException ex) {
			// As good as the end of the input: the parent is gone.
		}
		try {
			delete(workDirectory);
		}
		finally {
			Runtime.getRuntime().halt(1);
		}
	}

	/**
	 * What jcmd's VM.cds does. The JVM could do it at its exit, but would do so at every
	 * exit, and keep a child alive for seconds whose parent was killed.
	 */
	private static void archive(String file) {
		PrintStream out = System.out;
		// The JDK announces what it does as if somebody had asked for it with jcmd.
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		try {
			ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmCds",
						new Object[] { new String[] { "dynamic_dump", file } },
						new String[] { String[].class.getName() });
		}
		catch (Exception ex) {
			out.println("No class data archive: " + ex);
		}
	}

	private static void delete(Path directory) {
		try (Stream<Path> paths = Files.walk(directory)) {
			paths.sorted(Comparator.reverseOrder()).forEach((path) -> path.toFile().delete());
		}
		catch (Exception ex) {
			// Nobody is left to hear about it.
		}
	}

}

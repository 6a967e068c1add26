package io.sparkex.embedded;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Command line of the child JVM, without secrets.
 */
final class ServerCommand {

	private static final String SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer";

	/**
	 * Packages that the start scripts of Spark open (JavaModuleOptions), for the server
	 * and Arrow.
	 */
	private static final List<String> OPENED = List.of("java.lang", "java.lang.invoke", "java.lang.reflect", "java.io",
			"java.net", "java.nio", "java.util", "java.util.concurrent", "java.util.concurrent.atomic",
			"jdk.internal.ref", "sun.nio.ch", "sun.nio.cs", "sun.util.calendar");

	private ServerCommand() {
	}

	static List<String> of(JavaInstallation java, List<Path> classPath, ServerSettings settings, WorkDirectory work,
			@Nullable ClassDataArchive archive) {
		List<String> command = new ArrayList<>();
		command.add(java.executable().toString());
		command.add("-Xmx" + settings.heap());
		if (settings.jvmArgs().stream().noneMatch((arg) -> arg.matches("-XX:\\+Use\\w+GC"))) {
			command.add("-XX:+UseSerialGC");
		}
		OPENED.forEach((name) -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
		command.add("-Djdk.reflect.useDirectMethodHandle=false");
		command.add("-Dio.netty.tryReflectionSetAccessible=true");
		command.add("--enable-native-access=ALL-UNNAMED");
		if (java.feature() < 24) {
			command.add("--add-opens=java.base/sun.security.action=ALL-UNNAMED");
		}
		else {
			command.add("--sun-misc-unsafe-memory-access=allow");
		}
		command.add("-XX:ErrorFile=" + work.path().resolve("hs_err_pid%p.log"));
		command.add("-Djava.io.tmpdir=" + work.folder("tmp"));
		command.add("-Dderby.system.home=" + work.folder("derby"));
		command.add("-Dfile.encoding=UTF-8");
		command.add("-Dlog4j2.configurationFile="
				+ work.file("log4j2.properties", LogConfiguration.at(settings.logLevel())).toUri());
		if (archive != null) {
			command.addAll(archive.flags());
		}
		command.addAll(settings.jvmArgs());
		command.add("@" + work.file("classpath.args", classPathArgument(classPath)));
		command.add(ServerLauncher.class.getName());
		command.add(SERVER);
		command.add(work.path().toString());
		return command;
	}

	/**
	 * Returns the content of an argument file, since some 200 paths are too long for the
	 * command lines of some systems.
	 */
	private static String classPathArgument(List<Path> classPath) {
		String joined = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
		String escaped = joined.replace("\\", "\\\\").replace("\"", "\\\"");
		return Stream.of("-cp", "\"" + escaped + "\"").collect(Collectors.joining("\n"));
	}

}

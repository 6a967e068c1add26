package io.sparkex;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.OperationState;
import io.sparkex.execution.ProgressHandler;
import io.sparkex.internal.local.LocalData;
import io.sparkex.internal.local.LocalDataUploader;
import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Operator;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.protocol.ServerFeature;
import io.sparkex.internal.query.ProgressListener;
import io.sparkex.internal.query.QueryRunner;
import io.sparkex.internal.query.SessionConfiguration;
import io.sparkex.internal.query.SqlText;
import io.sparkex.internal.transport.Artifact;
import io.sparkex.internal.transport.SparkConnectClient;
import io.sparkex.types.StructType;

/**
 * A session on a Spark Connect server, and the entry point to Spark.
 * <p>
 * A session owns one gRPC channel and one server-side session. It does not connect until
 * the first call that needs the server. Thread-safe and meant to be long-lived. The code
 * that builds a session must close it.
 * <p>
 * By default, a server removes a session that was idle for an hour, and it loses all
 * sessions when it restarts. Calls then throw a
 * {@link io.sparkex.errors.SessionLostException}, unless the session is configured to
 * rebuild itself: see {@link SparkSessionBuilder#rebuildLostSession(boolean)}.
 *
 * @since 0.1.0
 */
public final class SparkSession implements AutoCloseable {

	private static final Set<String> INVALID_PATH_SEGMENTS = Set.of("", ".", "..");

	private final SparkConnectClient client;

	private final QueryRunner runner;

	private final LocalDataUploader localData;

	SparkSession(SparkConnectClient client) {
		this.client = client;
		this.runner = new QueryRunner(this.client, Row::new);
		this.localData = new LocalDataUploader(this.client.artifacts(), this.runner::version);
	}

	/**
	 * Creates a builder for a new session.
	 * @return the builder
	 */
	public static SparkSessionBuilder builder() {
		return new SparkSessionBuilder();
	}

	/**
	 * Runs a SQL statement. Queries that start with {@code SELECT}, {@code VALUES} or
	 * {@code TABLE} are lazy: they run when an action uses the DataFrame. All other
	 * statements run immediately and exactly once.
	 * @param sqlText the statement
	 * @return the result of the statement
	 */
	public DataFrame sql(String sqlText) {
		return sql(new Source.Sql(sqlText, Map.of(), List.of()));
	}

	/**
	 * Runs a SQL statement with named parameters, as in
	 * {@code sql("SELECT * FROM t WHERE day > :day", Map.of("day", day))}. Arguments are
	 * sent as values and are never parsed as SQL.
	 * <p>
	 * If an argument is a DataFrame, its name refers to it as a view in this statement:
	 * {@code sql("SELECT max(fare) FROM trips", Map.of("trips", trips))}. It takes
	 * precedence over a table of the same name.
	 * @param sqlText the statement
	 * @param args the arguments by name: values, columns without references, or
	 * DataFrames of this session
	 * @return the result of the statement, lazy or immediate as in {@link #sql(String)}
	 */
	public DataFrame sql(String sqlText, Map<String, ?> args) {
		Map<String, Expression> named = new LinkedHashMap<>();
		Map<String, Relation> views = new LinkedHashMap<>();
		args.forEach((name, value) -> {
			if (value instanceof DataFrame df) {
				views.put(name, relationOf(df));
			}
			else {
				named.put(name, Column.of(value).expression());
			}
		});
		return sql(new Source.Sql(sqlText, named, List.of(), views));
	}

	/**
	 * Runs a SQL statement with positional parameters, each written as {@code ?}.
	 * Arguments are sent as values and are never parsed as SQL.
	 * @param sqlText the statement
	 * @param args the arguments in the order of the parameters: values, or columns
	 * without references
	 * @return the result of the statement, lazy or immediate as in {@link #sql(String)}
	 * @throws IllegalArgumentException if an argument is a DataFrame, which requires a
	 * named parameter
	 */
	public DataFrame sql(String sqlText, @Nullable Object[] args) {
		List<Expression> positional = new ArrayList<>(args.length);
		for (Object arg : args) {
			if (arg instanceof DataFrame) {
				throw new IllegalArgumentException(
						"A DataFrame cannot be a positional argument; give it a name that the"
								+ " statement uses, as in sql(\"SELECT * FROM trips\", Map.of(\"trips\", trips))");
			}
			positional.add(Column.of(arg).expression());
		}
		return sql(new Source.Sql(sqlText, Map.of(), positional));
	}

	private DataFrame sql(Source.Sql sql) {
		Relation statement = this.runner.relation(sql);
		return dataFrame(SqlText.isCertainlyQuery(sql.query()) ? statement : this.runner.runSql(statement));
	}

	/**
	 * Executes a command of an external system through a class on the server, immediately
	 * and exactly once.
	 * @param runner the name of a class that implements Spark's
	 * {@code ExternalCommandRunner}
	 * @param command the command, in the language of the external system
	 * @param options options of the runner
	 * @return the output of the runner, as rows with one string column
	 */
	public DataFrame executeCommand(String runner, String command, Map<String, String> options) {
		return dataFrame(this.runner.executeExternal(new Command.ExecuteExternal(runner, command, options)));
	}

	/**
	 * Returns a table or view as a DataFrame.
	 * @param tableName the table name, which may be qualified
	 * @return the DataFrame
	 */
	public DataFrame table(String tableName) {
		return read().table(tableName);
	}

	/**
	 * Creates a reader that loads a DataFrame from files, tables or other data sources.
	 * @return the reader
	 */
	public DataFrameReader read() {
		return new DataFrameReader(this);
	}

	/**
	 * Creates a DataFrame with a single column {@code id} of numbers from 0 (inclusive)
	 * to {@code end} (exclusive).
	 * @param end the end, exclusive
	 * @return the DataFrame
	 */
	public DataFrame range(long end) {
		return range(0, end);
	}

	/**
	 * Creates a DataFrame with a single column {@code id} of numbers from {@code start}
	 * (inclusive) to {@code end} (exclusive).
	 * @param start the first number
	 * @param end the end, exclusive
	 * @return the DataFrame
	 */
	public DataFrame range(long start, long end) {
		return range(start, end, 1);
	}

	/**
	 * Creates a DataFrame with a single column {@code id} of numbers from {@code start}
	 * (inclusive) to {@code end} (exclusive) by {@code step}.
	 * @param start the first number
	 * @param end the end, exclusive
	 * @param step the increment; negative to count down, not 0
	 * @return the DataFrame
	 */
	public DataFrame range(long start, long end, long step) {
		return dataFrame(new Source.Range(start, end, step, null));
	}

	/**
	 * Creates a DataFrame with a single column {@code id} of numbers from {@code start}
	 * (inclusive) to {@code end} (exclusive) by {@code step}.
	 * @param start the first number
	 * @param end the end, exclusive
	 * @param step the increment; negative to count down, not 0
	 * @param numPartitions the number of partitions
	 * @return the DataFrame
	 */
	public DataFrame range(long start, long end, long step, int numPartitions) {
		return dataFrame(new Source.Range(start, end, step, numPartitions));
	}

	/**
	 * Creates a DataFrame from local rows.
	 * <p>
	 * Values are validated on the client before they are sent. They must be of the
	 * classes that {@link Row#get(int)} returns for their types; numbers may be of other
	 * classes if no information is lost. Nanoseconds are truncated, since Spark does not
	 * store them.
	 * <p>
	 * Data of less than about 1 MB is sent with each query. Larger data is uploaded
	 * immediately, in chunks, and cached by the server until the session ends; the same
	 * data is not uploaded twice.
	 * @param rows the rows, each a {@link Row}, a list of values in the order of the
	 * schema, or a map of values by column name
	 * @param schema the schema of the rows
	 * @return a DataFrame with a copy of the rows
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; the
	 * message names the row and the column
	 * @throws io.sparkex.errors.InvalidPlanException if the data is too large: more than
	 * 1 GB in one row, or more than 1 GB in total before Spark 4.1
	 */
	public DataFrame createDataFrame(List<?> rows, StructType schema) {
		return dataFrame(this.localData.send(LocalData.ofRows(rows, schema)));
	}

	/**
	 * Creates a DataFrame from local rows, as {@link #createDataFrame(List, StructType)}
	 * does. The server parses the schema immediately.
	 * @param rows the rows, each a {@link Row}, a list of values in the order of the
	 * schema, or a map of values by column name
	 * @param schema the schema as DDL, such as {@code "id INT NOT NULL, name STRING"}
	 * @return a DataFrame with a copy of the rows
	 * @throws io.sparkex.errors.ParseException if the schema is not valid DDL
	 */
	public DataFrame createDataFrame(List<?> rows, String schema) {
		return createDataFrame(rows, this.runner.parseSchema(schema));
	}

	/**
	 * Creates a DataFrame from local objects, with a column for each record component or
	 * bean property. {@link DataFrame#as(Class)} maps them back.
	 * <p>
	 * Columns are named after the record components, or after the bean properties in
	 * alphabetical order. A BigDecimal becomes a {@code DECIMAL(38,18)}; primitives
	 * become columns that are not nullable.
	 * @param data the objects
	 * @param beanClass the class of the objects: a record, a bean with getters, or a
	 * class such as String or Long, whose column is named {@code value}
	 * @return a DataFrame with a copy of the values
	 * @throws io.sparkex.errors.MappingException if a component or property has no
	 * corresponding Spark type, or a value does not fit its column
	 * @throws io.sparkex.errors.InvalidPlanException if the data is too large: more than
	 * 1 GB in one row, or more than 1 GB in total before Spark 4.1
	 */
	public DataFrame createDataFrame(List<?> data, Class<?> beanClass) {
		return dataFrame(this.localData.send(LocalData.ofObjects(data, beanClass)));
	}

	/**
	 * Creates a DataFrame from local records, as {@link #createDataFrame(List, Class)}
	 * does.
	 * @param records records of one class, at least one
	 * @return a DataFrame with a copy of the values
	 * @throws IllegalArgumentException if there are no records, so that the columns are
	 * unknown
	 */
	public DataFrame createDataFrame(Collection<? extends Record> records) {
		return dataFrame(this.localData.send(LocalData.ofRecords(records)));
	}

	/**
	 * Creates a DataFrame from local columns, as
	 * {@link #createDataFrame(List, StructType)} does from rows.
	 * @param columns the values by column name, each a list or an array, all of the same
	 * size
	 * @param schema the schema of the columns
	 * @return a DataFrame with a copy of the values
	 * @throws IllegalArgumentException if the columns do not match the schema or differ
	 * in size
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; the
	 * message names the row and the column
	 */
	public DataFrame createDataFrame(Map<String, ?> columns, StructType schema) {
		return dataFrame(this.localData.send(LocalData.ofColumns(columns, schema)));
	}

	/**
	 * Creates a DataFrame from data in Arrow IPC format. The data is not decoded on the
	 * client; large data is uploaded as described at
	 * {@link #createDataFrame(List, StructType)}.
	 * @param arrow an Arrow IPC stream or file, without dictionaries
	 * @return a DataFrame with a copy of the data
	 * @throws IllegalArgumentException if the bytes are not in Arrow IPC format
	 */
	public DataFrame createDataFrame(byte[] arrow) {
		return dataFrame(this.localData.sendArrow(arrow));
	}

	/**
	 * Creates a DataFrame without rows and columns.
	 * @return the DataFrame
	 */
	public DataFrame emptyDataFrame() {
		return emptyDataFrame(new StructType());
	}

	/**
	 * Creates a DataFrame without rows.
	 * @param schema the schema of the DataFrame
	 * @return the DataFrame
	 */
	public DataFrame emptyDataFrame(StructType schema) {
		return dataFrame(this.localData.send(LocalData.empty(schema)));
	}

	/**
	 * Returns the table-valued functions, such as {@code explode}.
	 * @return the functions
	 */
	public TableValuedFunction tvf() {
		return new TableValuedFunction(this);
	}

	/**
	 * Returns the id of the session, which is the same on client and server. It changes
	 * when the session is rebuilt.
	 * @return a UUID
	 */
	public String sessionId() {
		return this.client.sessionId();
	}

	/**
	 * Returns the Spark version of the server. Only the first call sends a request to the
	 * server.
	 * @return a version such as {@code 4.1.2}
	 */
	public String version() {
		return this.runner.version();
	}

	/**
	 * Checks that the server responds. Each call requests the version of the server.
	 * @param timeout the maximum time to wait for the response
	 * @return the Spark version of the server
	 * @throws io.sparkex.errors.TransportException if the server does not respond in time
	 */
	public String ping(Duration timeout) {
		return this.client.ping(timeout);
	}

	/**
	 * Returns the resources that are assigned to the driver of the server, such as GPUs.
	 * @return the addresses by resource name, in an unmodifiable map; empty unless the
	 * server was started with resources
	 */
	public Map<String, List<String>> resources() {
		return this.runner.resources();
	}

	/**
	 * Returns the runtime configuration of this session on the server.
	 * @return the configuration
	 */
	public RuntimeConfig conf() {
		return new RuntimeConfig(new SessionConfiguration(this.client));
	}

	/**
	 * Returns the catalog: databases, tables, views and functions.
	 * @return the catalog
	 */
	public Catalog catalog() {
		return new Catalog(this);
	}

	/**
	 * Returns the registry of Java user-defined functions of this session. The server
	 * must have their classes: on its class path, or uploaded with
	 * {@link #addArtifact(String)}.
	 * @return the registry
	 */
	public UDFRegistration udf() {
		return new UDFRegistration(this.runner);
	}

	/**
	 * Adds an operation tag to this session. All operations that start later, in any
	 * thread, have the tag.
	 * @param tag the tag
	 * @throws IllegalArgumentException if the tag is empty or contains a comma
	 */
	public void addTag(String tag) {
		this.client.tags().add(tag);
	}

	/**
	 * Removes an operation tag from this session. Has no effect if the tag is not set.
	 * @param tag the tag
	 * @throws IllegalArgumentException if the tag is empty or contains a comma
	 */
	public void removeTag(String tag) {
		this.client.tags().remove(tag);
	}

	/**
	 * Returns the operation tags of this session.
	 * @return a copy of the tags
	 */
	public Set<String> getTags() {
		return this.client.tags().get();
	}

	/**
	 * Removes all operation tags from this session.
	 */
	public void clearTags() {
		this.client.tags().clear();
	}

	/**
	 * Interrupts all running operations of this session, in all threads. Their callers
	 * receive an {@link io.sparkex.errors.OperationCancelledException}.
	 * @return the ids of the interrupted operations
	 */
	public List<String> interruptAll() {
		return this.client.control().interruptAll();
	}

	/**
	 * Interrupts the running operations of this session that have a tag.
	 * @param tag the tag
	 * @return the ids of the interrupted operations
	 * @throws IllegalArgumentException if the tag is empty or contains a comma
	 */
	public List<String> interruptTag(String tag) {
		return this.client.control().interruptTag(tag);
	}

	/**
	 * Interrupts a running operation of this session.
	 * @param operationId the operation id
	 * @return the operation id if the operation was interrupted, or an empty list if it
	 * is not running anymore
	 */
	public List<String> interruptOperation(String operationId) {
		return this.client.control().interruptOperation(operationId);
	}

	/**
	 * Returns the states of the operations of this session. Completed operations are
	 * included until the server removes them. Requires Spark 4.2 or later.
	 * @return the states by operation id
	 */
	public Map<String, OperationState> operationStates() {
		return operationStates(List.of());
	}

	/**
	 * Returns the states of the given operations of this session. Requires Spark 4.2 or
	 * later.
	 * @param operationIds the operation ids; if empty, all operations
	 * @return the states by operation id
	 */
	public Map<String, OperationState> operationStates(Collection<String> operationIds) {
		ServerFeature.OPERATION_STATES.require(version());
		return this.client.control().operationStates(operationIds);
	}

	/**
	 * Adds a listener that is notified of all queries and commands of this session that
	 * start later.
	 * @param listener the listener
	 */
	public void addExecutionListener(ExecutionListener listener) {
		this.client.listeners().add(listener);
	}

	/**
	 * Removes a listener. It is not notified of queries and commands that start later.
	 * @param listener the listener
	 */
	public void removeExecutionListener(ExecutionListener listener) {
		this.client.listeners().remove(listener);
	}

	/**
	 * Adds a handler that receives the progress of queries and commands of this session
	 * that start later. Servers report progress every two seconds.
	 * @param handler the handler
	 */
	public void registerProgressHandler(ProgressHandler handler) {
		this.client.listeners().add(new ProgressListener(handler));
	}

	/**
	 * Removes a progress handler. It is not notified of queries and commands that start
	 * later.
	 * @param handler the handler
	 */
	public void removeProgressHandler(ProgressHandler handler) {
		this.client.listeners().remove(new ProgressListener(handler));
	}

	/**
	 * Removes all progress handlers. They are not notified of queries and commands that
	 * start later.
	 */
	public void clearProgressHandlers() {
		this.client.listeners().removeIf((listener) -> listener instanceof ProgressListener);
	}

	/**
	 * Adds a jar or class file to the class path of this session, on the server and its
	 * executors.
	 * @param path a local file, as path or URI
	 * @throws IllegalArgumentException if the file does not exist, or is neither a
	 * {@code .jar} nor a {@code .class} file
	 * @throws io.sparkex.errors.RemoteException if the server has a different jar of that
	 * name
	 * @see #addArtifacts(String...)
	 */
	public void addArtifact(String path) {
		addArtifacts(path);
	}

	/**
	 * Adds a jar or class file to the class path of this session, on the server and its
	 * executors.
	 * @param uri the URI of a local file
	 * @throws IllegalArgumentException if the file does not exist, or is neither a
	 * {@code .jar} nor a {@code .class} file
	 * @throws io.sparkex.errors.RemoteException if the server has a different jar of that
	 * name
	 * @see #addArtifacts(String...)
	 */
	public void addArtifact(URI uri) {
		addArtifacts(uri);
	}

	/**
	 * Adds a jar or class file that is in memory to the class path of this session. The
	 * target of a class file must match its package:
	 * {@code addArtifact(bytes, "com/example/Fare.class")}.
	 * @param bytes the content; must not be modified during the call
	 * @param target the path relative to the class path root or the jar directory
	 * @throws IllegalArgumentException if the target is neither a {@code .jar} nor a
	 * {@code .class} file, or leaves its directory
	 * @throws io.sparkex.errors.RemoteException if the server has a different jar of that
	 * name
	 */
	public void addArtifact(byte[] bytes, String target) {
		this.client.artifacts().upload(List.of(Artifact.of(classPathName(target), bytes)));
	}

	/**
	 * Adds a jar or class file to the class path of this session, under another name or
	 * in a subdirectory. The target of a class file must match its package:
	 * {@code addArtifact("target/classes/com/example/Fare.class", "com/example/Fare.class")}.
	 * @param source a local file
	 * @param target the path relative to the class path root or the jar directory
	 * @throws IllegalArgumentException if the file does not exist, or the target is
	 * neither a {@code .jar} nor a {@code .class} file, or leaves its directory
	 * @throws io.sparkex.errors.RemoteException if the server has a different jar of that
	 * name
	 */
	public void addArtifact(String source, String target) {
		Path file = ArtifactSource.of(source, ArtifactType.CLASS_PATH).file();
		this.client.artifacts().upload(List.of(Artifact.of(classPathName(target), file)));
	}

	private static String classPathName(String target) {
		String path = target.replace('\\', '/');
		if (Arrays.stream(path.split("/", -1)).anyMatch(INVALID_PATH_SEGMENTS::contains)) {
			throw new IllegalArgumentException(
					"The target of an artifact must be a path such as com/example/Fare.class but is " + target);
		}
		return ArtifactType.CLASS_PATH.serverName(path, null);
	}

	/**
	 * Adds jars and class files to the class path of this session, in one call.
	 * @param uris URIs of local files
	 * @throws IllegalArgumentException if a file does not exist or is neither a
	 * {@code .jar} nor a {@code .class} file, or if two files have the same name; nothing
	 * is sent then
	 * @throws io.sparkex.errors.RemoteException if the server has a different jar of that
	 * name; it accepts the others
	 * @see #addArtifacts(String...)
	 */
	public void addArtifacts(URI... uris) {
		add(ArtifactType.CLASS_PATH, uris, (uri) -> ArtifactSource.of(uri, ArtifactType.CLASS_PATH));
	}

	/**
	 * Adds jars and class files to the class path of this session, in one call.
	 * <p>
	 * Artifacts belong to this session and exist until it ends. Adding the same jar again
	 * has no effect; a class file replaces one that was added before. The method returns
	 * when the server has stored all files.
	 * @param paths local files, as paths or URIs
	 * @throws IllegalArgumentException if a file does not exist or is neither a
	 * {@code .jar} nor a {@code .class} file, or if two files have the same name; nothing
	 * is sent then
	 * @throws java.io.UncheckedIOException if a file cannot be read or changes its size
	 * during the upload; the server stores none of the files then
	 * @throws io.sparkex.errors.RemoteException if the server has a different jar of that
	 * name; it accepts the others
	 * @throws io.sparkex.errors.TransportException if the server accepts no data for two
	 * minutes, or if a file arrives corrupted
	 * @throws io.sparkex.errors.OperationCancelledException if the thread is interrupted
	 * or the session is closed during the upload
	 */
	public void addArtifacts(String... paths) {
		addArtifacts(ArtifactType.CLASS_PATH, paths);
	}

	/**
	 * Adds artifacts of one type to this session, in one call.
	 * @param type the type of the artifacts
	 * @param paths local files, as paths or URIs
	 * @throws IllegalArgumentException if a file does not exist or is not of this type,
	 * or if two files have the same name; nothing is sent then
	 * @throws io.sparkex.errors.RemoteException if the server has a different file of
	 * that name and type; it accepts the others
	 * @see #addArtifacts(String...)
	 */
	public void addArtifacts(ArtifactType type, String... paths) {
		add(type, paths, (path) -> ArtifactSource.of(path, type));
	}

	private <T> void add(ArtifactType type, T[] locations, Function<T, ArtifactSource> source) {
		this.client.artifacts()
			.upload(Arrays.stream(locations).map(source).distinct().map((file) -> file.toArtifact(type)).toList());
	}

	/**
	 * Copies a local file to the default file system of the server, such as HDFS or an
	 * object store. An existing file is replaced. If that file system is the local disk
	 * of the server, the server rejects the copy unless
	 * {@code spark.sql.artifact.copyFromLocalToFs.allowDestLocal} is {@code true}.
	 * @param local a local file
	 * @param dest the absolute path of the target file on Spark's default file system
	 * @throws IllegalArgumentException if the local file does not exist, or the
	 * destination is not absolute or ends with a slash
	 * @throws io.sparkex.errors.RemoteException if the server rejects the copy
	 */
	public void copyFromLocalToFs(Path local, String dest) {
		if (!dest.startsWith("/") || dest.endsWith("/")) {
			throw new IllegalArgumentException(
					"The destination must be the absolute path of a file such as /data/fares.csv but is " + dest);
		}
		this.client.artifacts()
			.upload(List.of(Artifact.of("forward_to_fs" + dest, new ArtifactSource(local, null).file())));
	}

	/**
	 * Copies a local file to the default file system of the server.
	 * @param local a local file
	 * @param dest the absolute path of the target file on Spark's default file system
	 * @throws IllegalArgumentException if the local file does not exist, or the
	 * destination is not absolute or ends with a slash
	 * @throws io.sparkex.errors.RemoteException if the server rejects the copy
	 * @see #copyFromLocalToFs(Path, String)
	 */
	public void copyFromLocalToFs(String local, String dest) {
		copyFromLocalToFs(Path.of(local), dest);
	}

	/**
	 * Creates an independent session on the same channel and server, with its own
	 * configuration, temporary views and functions.
	 * @return a new session with the settings that this one was built with; the caller
	 * must close it
	 */
	public SparkSession newSession() {
		return new SparkSession(this.client.newSession());
	}

	/**
	 * Creates an independent session for another user, on the channel of this session and
	 * with its token. See {@link #newSession()}.
	 * @param userId the user id that is sent to Spark
	 * @return a new session; the caller must close it
	 */
	public SparkSession newSession(String userId) {
		return new SparkSession(this.client.newSession(userId));
	}

	/**
	 * Creates an independent session that starts with a copy of the configuration,
	 * temporary views, functions and artifacts of this one. Requires Spark 4.1 or later.
	 * @return a new session; the caller must close it
	 */
	public SparkSession cloneSession() {
		ServerFeature.CLONE_SESSION.require(version());
		return new SparkSession(this.client.cloneSession());
	}

	/**
	 * Returns {@code true} if the session has not been closed. A session that is lost on
	 * the server stays open until it is closed.
	 * @return {@code false} after {@link #close()} was called
	 */
	public boolean isOpen() {
		return this.client.isOpen();
	}

	/**
	 * Closes the session gracefully: running queries and commands may complete, and new
	 * ones are rejected. Streamed results count as running until they are exhausted or
	 * closed.
	 * @param gracePeriod the maximum time to wait; operations that still run then are
	 * interrupted, as by {@link #close()}
	 * @return {@code true} if all operations completed, {@code false} if some were
	 * interrupted
	 * @throws io.sparkex.errors.OperationCancelledException if the thread is interrupted;
	 * the session then stays open but rejects new operations
	 */
	public boolean shutdown(Duration gracePeriod) {
		boolean drained = this.client.drain(gracePeriod);
		close();
		return drained;
	}

	/**
	 * Closes the session: running operations are interrupted, its temporary views and
	 * functions are removed from the server, and the channel is closed. Cached data stays
	 * on the server until its memory is needed. Takes at most ten seconds. Closing a
	 * closed session has no effect.
	 */
	@Override
	public void close() {
		this.client.close();
	}

	/**
	 * Closes the session. Spark's name of {@link #close()}.
	 */
	public void stop() {
		close();
	}

	/**
	 * Returns the relation of a DataFrame that is combined with another one of this
	 * session.
	 * @throws IllegalArgumentException if the DataFrame belongs to another session
	 */
	Relation relationOf(DataFrame df) {
		if (df.sparkSession() != this) {
			throw new IllegalArgumentException("Both DataFrames must belong to the same session");
		}
		return df.relation();
	}

	DataFrame dataFrame(Operator operator) {
		return dataFrame(this.runner.relation(operator));
	}

	private DataFrame dataFrame(Relation relation) {
		return new DataFrame(this, this.runner.query(relation));
	}

	SparkConnectClient client() {
		return this.client;
	}

	QueryRunner runner() {
		return this.runner;
	}

	@Override
	public String toString() {
		return "SparkSession[" + sessionId() + "]";
	}

}

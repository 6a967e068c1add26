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
 * A session on a Spark Connect server: where queries begin.
 * <p>
 * It owns one channel and one session of the server. Nothing is dialled before the first
 * call that needs the server. Thread-safe, and meant to live long; whoever built it
 * closes it.
 * <p>
 * Servers forget a session that was idle for an hour, unless they are told otherwise, and
 * all of them when they restart. Calls then throw a
 * {@link io.sparkex.errors.SessionLostException}, unless the session was told to rebuild
 * itself: see {@link SparkSessionBuilder#rebuildLostSession(boolean)}.
 *
 * @since 0.1.0
 */
public final class SparkSession implements AutoCloseable {

	private static final Set<String> NO_NAMES = Set.of("", ".", "..");

	private final SparkConnectClient client;

	private final QueryRunner runner;

	private final LocalDataUploader localData;

	SparkSession(SparkConnectClient client) {
		this.client = client;
		this.runner = new QueryRunner(this.client, Row::new);
		this.localData = new LocalDataUploader(this.client.artifacts(), this.runner::version);
	}

	/**
	 * Starts to describe a session.
	 * @return a builder
	 */
	public static SparkSessionBuilder builder() {
		return new SparkSessionBuilder();
	}

	/**
	 * The id of the session, the same here and on the server. It changes when a session
	 * is rebuilt.
	 * @return a UUID
	 */
	public String sessionId() {
		return this.client.sessionId();
	}

	/**
	 * The version of Spark on the server. Asked once.
	 * @return a version such as {@code 4.1.2}
	 */
	public String version() {
		return this.runner.version();
	}

	/**
	 * Asks the server for its version each time, to see whether it answers.
	 * @param timeout the longest time to wait
	 * @return the version of Spark
	 * @throws io.sparkex.errors.TransportException if it does not answer in time
	 */
	public String ping(Duration timeout) {
		return this.client.ping(timeout);
	}

	/**
	 * The result of a statement in SQL. A statement that is certain to be a query, since
	 * it begins with {@code SELECT}, {@code VALUES} or {@code TABLE}, runs when the frame
	 * is used; any other runs at once and exactly once.
	 * @param sqlText the statement
	 * @return the frame
	 */
	public DataFrame sql(String sqlText) {
		return sql(new Source.Sql(sqlText, Map.of(), List.of()));
	}

	/**
	 * The result of a statement in SQL with named parameters, as in
	 * {@code sql("SELECT * FROM t WHERE day > :day", Map.of("day", day))}. Arguments
	 * travel as values and are never parsed.
	 * <p>
	 * An argument that is a frame stands for a view of that name in this statement:
	 * {@code sql("SELECT max(fare) FROM trips", Map.of("trips", trips))}. It takes
	 * precedence over a table of the same name.
	 * @param sqlText the statement
	 * @param args the arguments by name: values, columns without references, or frames of
	 * this session
	 * @return the frame
	 */
	public DataFrame sql(String sqlText, Map<String, ?> args) {
		Map<String, Expression> named = new LinkedHashMap<>();
		Map<String, Relation> frames = new LinkedHashMap<>();
		args.forEach((name, value) -> {
			if (value instanceof DataFrame frame) {
				frames.put(name, relationOf(frame));
			}
			else {
				named.put(name, Column.of(value).expression());
			}
		});
		return sql(new Source.Sql(sqlText, named, List.of(), frames));
	}

	/**
	 * The result of a statement in SQL with a {@code ?} for each parameter. Arguments
	 * travel as values and are never parsed.
	 * @param sqlText the statement
	 * @param args the arguments in their order: values, or columns without references
	 * @return the frame
	 * @throws IllegalArgumentException if an argument is a frame, which needs a name
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
		return frame(SqlText.isCertainlyQuery(sql.query()) ? statement : this.runner.runSql(statement));
	}

	/**
	 * Lets a class of the server run a command in the language of another system, such as
	 * one that a database behind a catalog understands. Runs at once and exactly once.
	 * @param runner the name of the class, which implements Spark's
	 * {@code ExternalCommandRunner}
	 * @param command the command
	 * @param options options of the runner
	 * @return what the runner returned, as rows of one text
	 */
	public DataFrame executeCommand(String runner, String command, Map<String, String> options) {
		return frame(this.runner.executeExternal(new Command.ExecuteExternal(runner, command, options)));
	}

	/**
	 * The resources that the driver of the server was given, such as GPUs.
	 * @return the addresses of each kind by its name, in an unmodifiable map; empty
	 * unless the server was started with some
	 */
	public Map<String, List<String>> resources() {
		return this.runner.resources();
	}

	/**
	 * The numbers from 0 up to, but not including, a bound, in a column named {@code id}.
	 * @param end the bound
	 * @return the frame
	 */
	public DataFrame range(long end) {
		return range(0, end);
	}

	/**
	 * The numbers from one up to, but not including, another.
	 * @param start the first number
	 * @param end the bound
	 * @return the frame
	 */
	public DataFrame range(long start, long end) {
		return range(start, end, 1);
	}

	/**
	 * Every so many of the numbers from one up to, but not including, another.
	 * @param start the first number
	 * @param end the bound
	 * @param step the distance, negative to go down, not 0
	 * @return the frame
	 */
	public DataFrame range(long start, long end, long step) {
		return frame(new Source.Range(start, end, step, null));
	}

	/**
	 * Every so many of the numbers from one up to, but not including, another.
	 * @param start the first number
	 * @param end the bound
	 * @param step the distance, negative to go down, not 0
	 * @param numPartitions the count of partitions
	 * @return the frame
	 */
	public DataFrame range(long start, long end, long step, int numPartitions) {
		return frame(new Source.Range(start, end, step, numPartitions));
	}

	/**
	 * The rows of this program. Values are checked here, before they are sent: they are
	 * of the classes that {@link Row#get(int)} returns for their types, numbers also of
	 * others where none can be lost. Nanoseconds, which Spark does not keep, are cut off.
	 * <p>
	 * More than about 1 MB is sent at once, in parts, and kept by the server until the
	 * session ends; the same data is not sent again. Less travels with each query.
	 * @param rows each a {@link Row}, a list of values in the order of the schema, or a
	 * map of them by name
	 * @param schema the names and types of the columns
	 * @return the frame, which has a copy of the rows
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; it
	 * names the row and the column
	 * @throws io.sparkex.errors.InvalidPlanException if the data is too large: 1 GB in a
	 * row, or before Spark 4.1 in all
	 */
	public DataFrame createDataFrame(List<?> rows, StructType schema) {
		return frame(this.localData.send(LocalData.ofRows(rows, schema)));
	}

	/**
	 * The rows of this program, as by {@link #createDataFrame(List, StructType)}. The
	 * server is asked at once what the schema means.
	 * @param rows each a {@link Row}, a list of values in the order of the schema, or a
	 * map of them by name
	 * @param schema the schema as DDL, such as {@code "id INT NOT NULL, name STRING"}
	 * @return the frame, which has a copy of the rows
	 * @throws io.sparkex.errors.ParseException if the schema is no DDL
	 */
	public DataFrame createDataFrame(List<?> rows, String schema) {
		return createDataFrame(rows, this.runner.parseSchema(schema));
	}

	/**
	 * Objects of this program as rows, with a column for each component or property.
	 * {@link DataFrame#as(Class)} reads them back.
	 * <p>
	 * Columns bear the names of the components, or of the properties in alphabetical
	 * order. A BigDecimal becomes a {@code DECIMAL(38,18)}; primitives make columns that
	 * are never null.
	 * @param data the objects
	 * @param beanClass their class: a record, a bean with getters, or a class such as
	 * String or Long, whose column is named {@code value}
	 * @return the frame, which has a copy of the values
	 * @throws io.sparkex.errors.MappingException if there is no type of Spark for a
	 * component or property, or a value does not fit it
	 * @throws io.sparkex.errors.InvalidPlanException if the data is too large: 1 GB in a
	 * row, or before Spark 4.1 in all
	 */
	public DataFrame createDataFrame(List<?> data, Class<?> beanClass) {
		return frame(this.localData.send(LocalData.ofObjects(data, beanClass)));
	}

	/**
	 * Records of this program as rows, as by {@link #createDataFrame(List, Class)}.
	 * @param records records of one class, at least one
	 * @return the frame, which has a copy of the values
	 * @throws IllegalArgumentException if there is no record, which could tell the
	 * columns
	 */
	public DataFrame createDataFrame(Collection<? extends Record> records) {
		return frame(this.localData.send(LocalData.ofRecords(records)));
	}

	/**
	 * Columns of this program as rows, as by {@link #createDataFrame(List, StructType)}.
	 * @param columns the values by the names of the columns, each a list or an array, all
	 * of the same size
	 * @param schema the names and types of the columns
	 * @return the frame, which has a copy of the values
	 * @throws IllegalArgumentException if the columns are not those of the schema, or not
	 * of one size
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; it
	 * names the row and the column
	 */
	public DataFrame createDataFrame(Map<String, ?> columns, StructType schema) {
		return frame(this.localData.send(LocalData.ofColumns(columns, schema)));
	}

	/**
	 * Rows in the format of Arrow, from whatever writes it. They are not decoded here;
	 * large ones are sent as {@link #createDataFrame(List, StructType)} says.
	 * @param arrow an Arrow stream or file (IPC), without dictionaries
	 * @return the frame, which has a copy of the bytes
	 * @throws IllegalArgumentException if the bytes are neither
	 */
	public DataFrame createDataFrame(byte[] arrow) {
		return frame(this.localData.sendArrow(arrow));
	}

	/**
	 * No rows and no columns.
	 * @return the frame
	 */
	public DataFrame emptyDataFrame() {
		return emptyDataFrame(new StructType());
	}

	/**
	 * No rows.
	 * @param schema the names and types of the columns
	 * @return the frame
	 */
	public DataFrame emptyDataFrame(StructType schema) {
		return frame(this.localData.send(LocalData.empty(schema)));
	}

	/**
	 * A table or view.
	 * @param tableName the name, which may be qualified
	 * @return the frame
	 */
	public DataFrame table(String tableName) {
		return read().table(tableName);
	}

	/**
	 * Starts to describe what to read.
	 * @return a reader
	 */
	public DataFrameReader read() {
		return new DataFrameReader(this);
	}

	/**
	 * The configuration of this session on the server.
	 * @return the configuration, to be read and changed
	 */
	public RuntimeConfig conf() {
		return new RuntimeConfig(new SessionConfiguration(this.client));
	}

	/**
	 * The databases, tables, views and functions that SQL can name.
	 * @return the catalog, to be asked and changed
	 */
	public Catalog catalog() {
		return new Catalog(this);
	}

	/**
	 * The functions that make rows, such as {@code explode}.
	 * @return the functions
	 */
	public TableValuedFunction tvf() {
		return new TableValuedFunction(this);
	}

	/**
	 * Registers functions in Java whose classes the server has, or was sent with
	 * {@link #addArtifact(String)}.
	 * @return the registry of this session
	 */
	public UDFRegistration udf() {
		return new UDFRegistration(this.runner);
	}

	/**
	 * Adds a tag that operations of this session bear which begin from now on, whichever
	 * thread begins them.
	 * @param tag the tag
	 * @throws IllegalArgumentException if it is empty or has a comma
	 */
	public void addTag(String tag) {
		this.client.tags().add(tag);
	}

	/**
	 * Removes a tag, if it is there.
	 * @param tag the tag
	 * @throws IllegalArgumentException if it is empty or has a comma
	 */
	public void removeTag(String tag) {
		this.client.tags().remove(tag);
	}

	/**
	 * The tags that operations bear which begin now.
	 * @return a copy
	 */
	public Set<String> getTags() {
		return this.client.tags().get();
	}

	/**
	 * Removes all tags.
	 */
	public void clearTags() {
		this.client.tags().clear();
	}

	/**
	 * Interrupts all operations of this session, in whatever thread. They end with an
	 * {@link io.sparkex.errors.OperationCancelledException} there.
	 * @return the ids of those that were interrupted
	 */
	public List<String> interruptAll() {
		return this.client.control().interruptAll();
	}

	/**
	 * Interrupts the operations of this session that bear a tag.
	 * @param tag the tag
	 * @return the ids of those that were interrupted
	 * @throws IllegalArgumentException if the tag is empty or has a comma
	 */
	public List<String> interruptTag(String tag) {
		return this.client.control().interruptTag(tag);
	}

	/**
	 * Interrupts an operation of this session.
	 * @param operationId its id
	 * @return the id if it was interrupted, nothing if it does not run any more
	 */
	public List<String> interruptOperation(String operationId) {
		return this.client.control().interruptOperation(operationId);
	}

	/**
	 * What the operations of this session are doing, those included that are done but
	 * that the server has not forgotten yet. Needs Spark 4.2 on the server.
	 * @return the states by the ids of the operations
	 */
	public Map<String, OperationState> operationStates() {
		return operationStates(List.of());
	}

	/**
	 * What some operations of this session are doing. Needs Spark 4.2 on the server.
	 * @param operationIds the operations, all if there are none
	 * @return the states by the ids of the operations
	 */
	public Map<String, OperationState> operationStates(Collection<String> operationIds) {
		ServerFeature.OPERATION_STATES.require(version());
		return this.client.control().operationStates(operationIds);
	}

	/**
	 * Has a listener hear of all queries and commands of this session that begin from now
	 * on.
	 * @param listener the listener
	 */
	public void addExecutionListener(ExecutionListener listener) {
		this.client.listeners().add(listener);
	}

	/**
	 * Has a listener hear of nothing that begins from now on.
	 * @param listener the listener
	 */
	public void removeExecutionListener(ExecutionListener listener) {
		this.client.listeners().remove(listener);
	}

	/**
	 * Has a handler hear how far the queries and commands of this session are that begin
	 * from now on. Servers report it every two seconds.
	 * @param handler the handler
	 */
	public void registerProgressHandler(ProgressHandler handler) {
		this.client.listeners().add(new ProgressListener(handler));
	}

	/**
	 * Has a handler hear of nothing that begins from now on.
	 * @param handler the handler
	 */
	public void removeProgressHandler(ProgressHandler handler) {
		this.client.listeners().remove(new ProgressListener(handler));
	}

	/**
	 * Has no handler hear of what begins from now on.
	 */
	public void clearProgressHandlers() {
		this.client.listeners().removeIf((listener) -> listener instanceof ProgressListener);
	}

	/**
	 * Adds a jar or class file to the class path of this session, on the server and its
	 * executors.
	 * @param path a file of this machine, or its URI
	 * @throws IllegalArgumentException if there is no such file, or it is neither
	 * {@code .jar} nor {@code .class}
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name
	 * @see #addArtifacts(String...)
	 */
	public void addArtifact(String path) {
		addArtifacts(path);
	}

	/**
	 * Adds a jar or class file to the class path of this session, on the server and its
	 * executors.
	 * @param uri a file of this machine
	 * @throws IllegalArgumentException if there is no such file, or it is neither
	 * {@code .jar} nor {@code .class}
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name
	 * @see #addArtifacts(String...)
	 */
	public void addArtifact(URI uri) {
		addArtifacts(uri);
	}

	/**
	 * Adds a jar or class file that is in memory to the class path of this session. A
	 * class has to be where its package says:
	 * {@code addArtifact(bytes, "com/example/Fare.class")}.
	 * @param bytes the content, not to be changed meanwhile
	 * @param target its path below the class path or the folder of the jars
	 * @throws IllegalArgumentException if the target is neither {@code .jar} nor
	 * {@code .class}, or leads out of its folder
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name
	 */
	public void addArtifact(byte[] bytes, String target) {
		this.client.artifacts().upload(List.of(Artifact.of(classPathName(target), bytes)));
	}

	/**
	 * Adds a jar or class file to the class path of this session, with another name or in
	 * a folder. A class has to be where its package says:
	 * {@code addArtifact("target/classes/com/example/Fare.class",
	 * "com/example/Fare.class")}.
	 * @param source a file of this machine
	 * @param target its path below the class path or the folder of the jars
	 * @throws IllegalArgumentException if there is no such file, or the target is neither
	 * {@code .jar} nor {@code .class}, or leads out of its folder
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name
	 */
	public void addArtifact(String source, String target) {
		Path file = ArtifactSource.of(source, ArtifactType.CLASS_PATH).file();
		this.client.artifacts().upload(List.of(Artifact.of(classPathName(target), file)));
	}

	private static String classPathName(String target) {
		String path = target.replace('\\', '/');
		if (Arrays.stream(path.split("/", -1)).anyMatch(NO_NAMES::contains)) {
			throw new IllegalArgumentException(
					"The target of an artifact must be a path such as com/example/Fare.class but is " + target);
		}
		return ArtifactType.CLASS_PATH.serverName(path, null);
	}

	/**
	 * Adds jars and class files to the class path of this session, in one call.
	 * @param uris files of this machine
	 * @throws IllegalArgumentException if a file is missing, or it is neither
	 * {@code .jar} nor {@code .class}, or two have the same name; none is sent then
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name; it takes the others
	 * @see #addArtifacts(String...)
	 */
	public void addArtifacts(URI... uris) {
		add(ArtifactType.CLASS_PATH, uris, (uri) -> ArtifactSource.of(uri, ArtifactType.CLASS_PATH));
	}

	/**
	 * Adds jars and class files to the class path of this session, in one call.
	 * <p>
	 * They are there until the session ends, and no other session sees them. To add a jar
	 * again does nothing; a class file takes the place of one that was added before.
	 * Returns when the server has them all.
	 * @param paths files of this machine, or their URIs
	 * @throws IllegalArgumentException if a file is missing, or it is neither
	 * {@code .jar} nor {@code .class}, or two have the same name; none is sent then
	 * @throws java.io.UncheckedIOException if a file cannot be read, or changes its size
	 * meanwhile; the server then has none
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name; it takes the others
	 * @throws io.sparkex.errors.TransportException if the server takes nothing for two
	 * minutes, or a file arrives damaged
	 * @throws io.sparkex.errors.OperationCancelledException if this thread is interrupted
	 * or the session closed meanwhile
	 */
	public void addArtifacts(String... paths) {
		addArtifacts(ArtifactType.CLASS_PATH, paths);
	}

	/**
	 * Adds files to this session for what their type says, in one call.
	 * @param type what they are for
	 * @param paths files of this machine, or their URIs
	 * @throws IllegalArgumentException if a file is missing, or not of this type, or two
	 * have the same name; none is sent then
	 * @throws io.sparkex.errors.RemoteException if the server has another file of that
	 * name and type; it takes the others
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
	 * Copies a file to the file system of the server, such as HDFS or an object store. A
	 * file that is there is replaced. Where that file system is the server's own disk,
	 * the server refuses unless
	 * {@code spark.sql.artifact.copyFromLocalToFs.allowDestLocal} is set to {@code true}.
	 * @param local a file of this machine
	 * @param dest the absolute path of a file on Spark's default file system
	 * @throws IllegalArgumentException if there is no such file, or the destination is
	 * not absolute or ends in a slash
	 * @throws io.sparkex.errors.RemoteException if the server refuses
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
	 * Copies a file to the file system of the server.
	 * @param local a file of this machine
	 * @param dest the absolute path of a file on Spark's default file system
	 * @throws IllegalArgumentException if there is no such file, or the destination is
	 * not absolute or ends in a slash
	 * @throws io.sparkex.errors.RemoteException if the server refuses
	 * @see #copyFromLocalToFs(Path, String)
	 */
	public void copyFromLocalToFs(String local, String dest) {
		copyFromLocalToFs(Path.of(local), dest);
	}

	/**
	 * A session of its own on the same server, with its own configuration, temporary
	 * views and functions.
	 * @return a new session, with the settings that this one was built with; to be closed
	 * by the caller
	 */
	public SparkSession newSession() {
		return new SparkSession(this.client.newSession());
	}

	/**
	 * A session of another user, on the connection of this one, so with its token.
	 * Described as {@link #newSession()} says.
	 * @param userId the user on whose behalf Spark is asked
	 * @return a new session, to be closed by the caller
	 */
	public SparkSession newSession(String userId) {
		return new SparkSession(this.client.newSession(userId));
	}

	/**
	 * A session of its own that begins with the configuration, temporary views, functions
	 * and artifacts that this one has now. Needs Spark 4.1 on the server.
	 * @return a new session, to be closed by the caller
	 */
	public SparkSession cloneSession() {
		ServerFeature.CLONE_SESSION.require(version());
		return new SparkSession(this.client.cloneSession());
	}

	/**
	 * Ends the session: what it runs is stopped, its temporary views and functions on the
	 * server are gone, and the channel is closed. What it has cached stays with the
	 * server until that needs the room. Takes ten seconds at most. Further calls do
	 * nothing.
	 */
	@Override
	public void close() {
		this.client.close();
	}

	/**
	 * Ends the session as {@link #close()} does, but lets queries and commands that are
	 * under way end first, and refuses others from now on. Results that are being
	 * streamed count until they are read or closed.
	 * @param gracePeriod the longest time to wait; what still runs then is stopped
	 * @return whether nothing had to be stopped
	 * @throws io.sparkex.errors.OperationCancelledException if this thread was
	 * interrupted, in which case the session stays open but takes nothing new
	 */
	public boolean shutdown(Duration gracePeriod) {
		boolean drained = this.client.drain(gracePeriod);
		close();
		return drained;
	}

	/**
	 * Whether the session has not been closed. A session that is lost on the server is
	 * open until somebody closes it.
	 * @return {@code false} from the call of {@link #close()} on
	 */
	public boolean isOpen() {
		return this.client.isOpen();
	}

	/**
	 * Ends the session, under Spark's name for it.
	 */
	public void stop() {
		close();
	}

	/**
	 * The relation of a frame that is used beside those of this session.
	 * @throws IllegalArgumentException if the frame belongs to another session
	 */
	Relation relationOf(DataFrame frame) {
		if (frame.sparkSession() != this) {
			throw new IllegalArgumentException("Both frames must belong to the same session");
		}
		return frame.relation();
	}

	DataFrame frame(Operator operator) {
		return frame(this.runner.relation(operator));
	}

	private DataFrame frame(Relation relation) {
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

package io.sparkex;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.plan.Command;
import io.sparkex.plan.Expression;
import io.sparkex.plan.Operator;
import io.sparkex.plan.Relation;
import io.sparkex.plan.Source;
import io.sparkex.proto.ExecutePlanResponse;
import io.sparkex.protocol.AnalyzeEncoder;
import io.sparkex.protocol.DataTypeCodec;
import io.sparkex.protocol.ServerFeature;
import io.sparkex.transport.ExecutionOptions;
import io.sparkex.transport.SparkConnectClient;
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
public final class SparkSession extends ControllableSession implements AutoCloseable {

	private final SparkConnectClient client;

	private final AtomicLong planIds = new AtomicLong();

	private final QueryRunner runner;

	private final LocalDataSender localData;

	SparkSession(SparkConnectClient client) {
		this.client = client;
		this.runner = new QueryRunner(this.client);
		this.localData = new LocalDataSender(this.client.artifacts(), this.runner::version);
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

	@Override
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
		DataFrame frame = frame(sql);
		if (SqlText.isCertainlyQuery(sql.query())) {
			return frame;
		}
		ExecutePlanResponse.SqlCommandResult result = runNow(new Command.RunSql(frame.relation()));
		return switch (result.getRelation().getRelTypeCase()) {
			// A query after all, which has not run: what comes back is what was sent.
			case SQL, WITH_RELATIONS -> frame;
			default -> frame(new Source.ServerRelation(result.getRelation().toByteArray()));
		};
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
		ExecutePlanResponse.SqlCommandResult result = runNow(new Command.ExecuteExternal(runner, command, options));
		return frame(new Source.ServerRelation(result.getRelation().toByteArray()));
	}

	/**
	 * The resources that the driver of the server was given, such as GPUs.
	 * @return the addresses of each kind by its name, in an unmodifiable map; empty
	 * unless the server was started with some
	 */
	public Map<String, List<String>> resources() {
		Map<String, List<String>> resources = new LinkedHashMap<>();
		this.runner.run(new Command.GetResources(), ExecutePlanResponse::hasGetResourcesCommandResult)
			.ifPresent((response) -> response.getGetResourcesCommandResult()
				.getResourcesMap()
				.forEach((name, resource) -> resources.put(name, List.copyOf(resource.getAddressesList()))));
		return Collections.unmodifiableMap(resources);
	}

	private ExecutePlanResponse.SqlCommandResult runNow(Command command) {
		return this.runner.run(command, ExecutePlanResponse::hasSqlCommandResult)
			.map(ExecutePlanResponse::getSqlCommandResult)
			.orElseThrow(() -> new CorruptResultException("The server ran the statement but sent no result for it"));
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
		return createDataFrame(rows, DataTypeCodec
			.decodeSchema(this.runner.analyze(AnalyzeEncoder.parseDdl(schema)).getDdlParse().getParsed()));
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
		return new RuntimeConfig(this.client);
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
		return frame(operator, ExecutionOptions.NONE);
	}

	DataFrame frame(Operator operator, ExecutionOptions executionOptions) {
		return new DataFrame(this, new Relation(this.planIds.getAndIncrement(), operator), executionOptions);
	}

	QueryRunner runner() {
		return this.runner;
	}

	@Override
	SparkConnectClient client() {
		return this.client;
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

	@Override
	public String toString() {
		return "SparkSession[" + sessionId() + "]";
	}

}

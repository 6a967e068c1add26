package io.sparkex.internal.query;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.TransportException;
import io.sparkex.internal.arrow.StructFactory;
import io.sparkex.internal.plan.CatalogChange;
import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.Operator;
import io.sparkex.internal.plan.PlanPrinter;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanResponse;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.AnalyzeEncoder;
import io.sparkex.internal.protocol.DataTypeCodec;
import io.sparkex.internal.protocol.EncodedPlan;
import io.sparkex.internal.protocol.PlanEncoder;
import io.sparkex.internal.transport.ExecutionOptions;
import io.sparkex.internal.transport.PlanCompression;
import io.sparkex.internal.transport.ResponseStream;
import io.sparkex.internal.transport.SparkConnectClient;
import io.sparkex.types.DataType;
import io.sparkex.types.StructType;

/**
 * Runner of the plans of one session. It encodes them, checks that the server supports
 * their features, and delivers observed metrics. Thread-safe.
 *
 * @since 0.1.0
 */
public final class QueryRunner {

	private final SparkConnectClient client;

	private final StructFactory structs;

	private final PlanCompression compression;

	private final AtomicLong planIds = new AtomicLong();

	private final Map<Long, WeakReference<ObservedMetrics>> observations = new ConcurrentHashMap<>();

	private volatile @Nullable ServerVersion version;

	/**
	 * Creates a runner for one session.
	 * @param client the session
	 * @param structs creates the objects that represent structs in results
	 */
	public QueryRunner(SparkConnectClient client, StructFactory structs) {
		this.client = client;
		this.structs = structs;
		this.compression = new PlanCompression(client);
	}

	StructFactory structs() {
		return this.structs;
	}

	/**
	 * Creates a relation with an id that is unique in the session.
	 * @param operator the operator
	 * @return a new relation
	 */
	public Relation relation(Operator operator) {
		return new Relation(this.planIds.getAndIncrement(), operator);
	}

	/**
	 * Creates a query without options or limits of its own.
	 * @param relation the plan
	 * @return a new query
	 */
	public QueryExecution query(Relation relation) {
		return new QueryExecution(this, relation, ExecutionOptions.NONE, ResultLimits.NONE);
	}

	/**
	 * Returns the version of the server. A session that was rebuilt may be on a server of
	 * another version.
	 * @return the version of Spark
	 */
	public String version() {
		ServerVersion known = this.version;
		if (known == null || !known.sessionId().equals(this.client.sessionId())) {
			String answer = this.client.analyze(AnalyzeEncoder.sparkVersion()).getSparkVersion().getVersion();
			known = new ServerVersion(this.client.sessionId(), answer);
			this.version = known;
		}
		return known.version();
	}

	/**
	 * Asks for the version of the server only if the plan uses a feature that not every
	 * supported server has.
	 */
	private Plan supported(EncodedPlan plan) {
		plan.features().forEach((feature) -> feature.require(version()));
		return plan.message();
	}

	EncodedBatches execute(Relation relation, ExecutionOptions options, ResultLimits limits) {
		Plan plan = this.compression.compress(plan(relation));
		Supplier<String> planText = () -> PlanPrinter.print(relation);
		ResponseStream responses = (relation.operator() instanceof CatalogChange)
				? this.client.command(plan, options, planText) : this.client.query(plan, options, planText);
		return new EncodedBatches(relation, responses, this::observe, limits);
	}

	/**
	 * Runs a command at most once and waits until it is complete.
	 * @param command the command
	 * @param options the tags, timeout and listeners of the execution
	 */
	public void run(Command command, ExecutionOptions options) {
		run(command, options, (response) -> false);
	}

	/**
	 * Runs a command at most once and waits until it is complete, even if the expected
	 * response arrives earlier.
	 * @return the last expected response, if there was one
	 */
	private Optional<ExecutePlanResponse> run(Command command, ExecutionOptions options,
			Predicate<ExecutePlanResponse> expected) {
		Plan plan = this.compression.compress(supported(PlanEncoder.encode(command)));
		ExecutePlanResponse found = null;
		try (ResponseStream responses = this.client.command(plan, options, () -> PlanPrinter.print(command))) {
			ExecutePlanResponse response = responses.next();
			while (response != null) {
				response.getObservedMetricsList().forEach(this::observe);
				if (expected.test(response)) {
					found = response;
				}
				response = responses.next();
			}
		}
		catch (TransportException | OperationCancelledException ex) {
			// The server may have run it nevertheless.
			SessionEffects.note(command, this.client);
			throw ex;
		}
		finally {
			Reference.reachabilityFence(command);
		}
		SessionEffects.note(command, this.client);
		return Optional.ofNullable(found);
	}

	/**
	 * Runs a SQL statement. The server runs commands at once and returns queries as they
	 * are.
	 * @param statement the statement
	 * @return the statement if it is a query, otherwise the result of the command
	 */
	public Relation runSql(Relation statement) {
		ExecutePlanResponse.SqlCommandResult result = runSql(new Command.RunSql(statement));
		return switch (result.getRelation().getRelTypeCase()) {
			case SQL, WITH_RELATIONS -> statement;
			default -> relation(new Source.ServerRelation(result.getRelation().toByteArray()));
		};
	}

	/**
	 * Runs a command of an external engine.
	 * @param command the command
	 * @return its result
	 */
	public Relation executeExternal(Command.ExecuteExternal command) {
		return relation(new Source.ServerRelation(runSql(command).getRelation().toByteArray()));
	}

	private ExecutePlanResponse.SqlCommandResult runSql(Command command) {
		return run(command, ExecutionOptions.NONE, ExecutePlanResponse::hasSqlCommandResult)
			.map(ExecutePlanResponse::getSqlCommandResult)
			.orElseThrow(() -> new CorruptResultException("The server ran the statement but sent no result for it"));
	}

	/**
	 * Returns the resources of the driver.
	 * @return the addresses by the names of the resources, unmodifiable
	 */
	public Map<String, List<String>> resources() {
		Map<String, List<String>> resources = new LinkedHashMap<>();
		run(new Command.GetResources(), ExecutionOptions.NONE, ExecutePlanResponse::hasGetResourcesCommandResult)
			.ifPresent((response) -> response.getGetResourcesCommandResult()
				.getResourcesMap()
				.forEach((name, resource) -> resources.put(name, List.copyOf(resource.getAddressesList()))));
		return Collections.unmodifiableMap(resources);
	}

	/**
	 * Changes the catalog and waits until the change is complete.
	 * @param change the change
	 */
	public void change(CatalogChange change) {
		try (EncodedBatches result = query(relation(change)).executeEncoded()) {
			result.drain();
		}
		catch (TransportException | OperationCancelledException ex) {
			// The server may have made it nevertheless.
			SessionEffects.noteChange(change, this.client);
			throw ex;
		}
		SessionEffects.noteChange(change, this.client);
	}

	/**
	 * Records that the session no longer has a temporary view.
	 * @param view the name of the view
	 */
	public void noteDropped(String view) {
		SessionEffects.noteDropped(view, this.client);
	}

	/**
	 * Checkpoints a query on the server. The server keeps the rows for as long as the
	 * returned source is reachable.
	 */
	Source checkpoint(Command.Checkpoint command, ExecutionOptions options) {
		String relationId = run(command, options, ExecutePlanResponse::hasCheckpointCommandResult)
			.map((response) -> response.getCheckpointCommandResult().getRelation().getRelationId())
			.orElseThrow(() -> new CorruptResultException("The server sent no result of the checkpoint"));
		Source.CachedRelation source = new Source.CachedRelation(relationId);
		CachedRelations.removeWhenUnreachable(source, this.client);
		return source;
	}

	AnalyzePlanResponse analyze(Relation relation, Function<Plan, AnalyzePlanRequest.Builder> request) {
		try {
			return this.client.analyze(request.apply(this.compression.compress(plan(relation))));
		}
		finally {
			Reference.reachabilityFence(relation);
		}
	}

	AnalyzePlanResponse analyze(AnalyzePlanRequest.Builder request) {
		return this.client.analyze(request);
	}

	/**
	 * Parses a schema in DDL on the server.
	 * @param ddl the text
	 * @return the schema
	 */
	public StructType parseSchema(String ddl) {
		return DataTypeCodec.decodeSchema(analyze(AnalyzeEncoder.parseDdl(ddl)).getDdlParse().getParsed());
	}

	/**
	 * Parses a schema or a type in DDL on the server.
	 * @param ddl the text
	 * @return the type
	 */
	public DataType parseDdl(String ddl) {
		return DataTypeCodec.decode(analyze(AnalyzeEncoder.parseDdl(ddl)).getDdlParse().getParsed());
	}

	/**
	 * Encodes a plan as part of a request.
	 */
	Plan plan(Relation relation) {
		return supported(PlanEncoder.encode(relation));
	}

	/**
	 * Delivers the metrics of a plan to an observation as long as the observation is
	 * reachable.
	 * @param planId the id of the observed relation
	 * @param observation the receiver
	 */
	public void register(long planId, ObservedMetrics observation) {
		// Unreachable observations may belong to plans that never run.
		this.observations.values().removeIf((reference) -> reference.get() == null);
		this.observations.put(planId, new WeakReference<>(observation));
	}

	private void observe(ExecutePlanResponse.ObservedMetrics metrics) {
		WeakReference<ObservedMetrics> reference = this.observations.remove(metrics.getPlanId());
		ObservedMetrics observation = (reference != null) ? reference.get() : null;
		if (observation != null) {
			observation.complete(metrics);
		}
	}

	private record ServerVersion(String sessionId, String version) {

	}

}

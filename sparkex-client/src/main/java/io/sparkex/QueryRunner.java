package io.sparkex;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.TransportException;
import io.sparkex.plan.CatalogChange;
import io.sparkex.plan.Command;
import io.sparkex.plan.PlanPrinter;
import io.sparkex.plan.Relation;
import io.sparkex.plan.Source;
import io.sparkex.proto.AnalyzePlanRequest;
import io.sparkex.proto.AnalyzePlanResponse;
import io.sparkex.proto.ExecutePlanResponse;
import io.sparkex.proto.Plan;
import io.sparkex.protocol.AnalyzeEncoder;
import io.sparkex.protocol.EncodedPlan;
import io.sparkex.protocol.PlanEncoder;
import io.sparkex.transport.ExecutionOptions;
import io.sparkex.transport.PlanCompression;
import io.sparkex.transport.ResponseStream;
import io.sparkex.transport.SparkConnectClient;

/**
 * Sends the plans of one session, once it is sure that the server understands them, and
 * hands observed metrics to those who wait for them. Thread-safe.
 */
final class QueryRunner {

	private final SparkConnectClient client;

	private final PlanCompression compression;

	private final Map<Long, WeakReference<Observation>> observations;

	private final AtomicReference<@Nullable ServerVersion> version;

	private final ExecutionOptions options;

	QueryRunner(SparkConnectClient client) {
		this.client = client;
		this.compression = new PlanCompression(client);
		this.observations = new ConcurrentHashMap<>();
		this.version = new AtomicReference<>();
		this.options = ExecutionOptions.NONE;
	}

	private QueryRunner(QueryRunner shared, ExecutionOptions options) {
		this.client = shared.client;
		this.compression = shared.compression;
		this.observations = shared.observations;
		this.version = shared.version;
		this.options = options;
	}

	/**
	 * What runs plans with other options in the same session.
	 */
	QueryRunner with(ExecutionOptions other) {
		return (other == this.options) ? this : new QueryRunner(this, other);
	}

	/**
	 * The version of the server, which may be another one when a session was rebuilt.
	 */
	String version() {
		ServerVersion known = this.version.get();
		if (known == null || !known.sessionId().equals(this.client.sessionId())) {
			String asked = this.client.analyze(AnalyzeEncoder.sparkVersion()).getSparkVersion().getVersion();
			known = new ServerVersion(this.client.sessionId(), asked);
			this.version.set(known);
		}
		return known.version();
	}

	/**
	 * Only a plan that needs more than every supported server has costs a question.
	 */
	private Plan understood(EncodedPlan plan) {
		plan.features().forEach((feature) -> feature.require(version()));
		return plan.message();
	}

	EncodedBatches execute(Relation relation, ResultLimits limits) {
		Plan plan = this.compression.compress(plan(relation));
		Supplier<String> planText = () -> PlanPrinter.print(relation);
		ResponseStream responses = (relation.operator() instanceof CatalogChange)
				? this.client.command(plan, this.options, planText) : this.client.query(plan, this.options, planText);
		return new EncodedBatches(relation, responses, this::observe, limits);
	}

	/**
	 * Runs a command once and waits until it is done.
	 */
	void run(Command command) {
		run(command, (response) -> false);
	}

	/**
	 * Runs a command once and waits until it is done, even if what is wanted comes
	 * before.
	 * @return the last response that is wanted, if there was one
	 */
	Optional<ExecutePlanResponse> run(Command command, Predicate<ExecutePlanResponse> wanted) {
		Plan plan = this.compression.compress(understood(PlanEncoder.encode(command)));
		ExecutePlanResponse found = null;
		try (ResponseStream responses = this.client.command(plan, this.options, () -> PlanPrinter.print(command))) {
			ExecutePlanResponse response = responses.next();
			while (response != null) {
				response.getObservedMetricsList().forEach(this::observe);
				if (wanted.test(response)) {
					found = response;
				}
				response = responses.next();
			}
		}
		catch (TransportException | OperationCancelledException ex) {
			// It may have been done all the same.
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
	 * Computes a query, or lets the first action do so, and keeps its rows on the server
	 * as long as the source that stands for them can be reached.
	 */
	Source checkpoint(Command.Checkpoint command) {
		String relationId = run(command, ExecutePlanResponse::hasCheckpointCommandResult)
			.map((response) -> response.getCheckpointCommandResult().getRelation().getRelationId())
			.orElseThrow(() -> new CorruptResultException("The server sent no result of the checkpoint"));
		Source.CachedRelation source = new Source.CachedRelation(relationId);
		CachedRelations.forgetWhenUnreachable(source, this.client);
		return source;
	}

	AnalyzePlanResponse analyze(Relation relation, Function<Plan, AnalyzePlanRequest.Builder> question) {
		try {
			return this.client.analyze(question.apply(this.compression.compress(plan(relation))));
		}
		finally {
			Reference.reachabilityFence(relation);
		}
	}

	AnalyzePlanResponse analyze(AnalyzePlanRequest.Builder question) {
		return this.client.analyze(question);
	}

	/**
	 * The message of a query, to be part of a question.
	 */
	Plan plan(Relation relation) {
		return understood(PlanEncoder.encode(relation));
	}

	void register(long planId, Observation observation) {
		// Those that nobody can ask any more may wait for an action that never comes.
		this.observations.values().removeIf((reference) -> reference.get() == null);
		this.observations.put(planId, new WeakReference<>(observation));
	}

	private void observe(ExecutePlanResponse.ObservedMetrics metrics) {
		WeakReference<Observation> reference = this.observations.remove(metrics.getPlanId());
		Observation waiting = (reference != null) ? reference.get() : null;
		if (waiting != null) {
			waiting.complete(metrics);
		}
	}

	private record ServerVersion(String sessionId, String version) {

	}

}

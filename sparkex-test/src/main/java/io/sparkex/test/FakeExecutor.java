package io.sparkex.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.google.protobuf.UnsafeByteOperations;
import io.grpc.stub.ServerCallStreamObserver;
import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.PlanPrinter;
import io.sparkex.internal.proto.Command;
import io.sparkex.internal.proto.CreateDataFrameViewCommand;
import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Expression;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.SQL;
import io.sparkex.internal.protocol.DataTypeCodec;
import io.sparkex.internal.protocol.LiteralDecoder;

/**
 * Runs plans on a fake server: records them, and sends the answers that were declared.
 * Thread-safe.
 */
final class FakeExecutor {

	/**
	 * Statements that a server takes for queries although the client could not tell.
	 */
	private static final Pattern QUERY = Pattern.compile("\\s*\\(*\\s*(WITH|FROM)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private final FakeRules rules;

	private final FakeOperations operations = new FakeOperations();

	private final List<FakeExecution> executions = new CopyOnWriteArrayList<>();

	FakeExecutor(FakeRules rules) {
		this.rules = rules;
	}

	FakeOperations operations() {
		return this.operations;
	}

	List<FakeExecution> executions() {
		return this.executions;
	}

	void execute(FakeSession session, ExecutePlanRequest request,
			ServerCallStreamObserver<ExecutePlanResponse> observer) {
		Reply reply = new Reply(session, request, observer);
		if (!request.getPlan().hasCommand()) {
			query(reply);
		}
		else if (request.getPlan().getCommand().hasSqlCommand()) {
			statement(reply);
		}
		else {
			command(reply);
		}
	}

	private void query(Reply reply) {
		Relation root = reply.request().getPlan().getRoot();
		// What a statement returned was recorded as that statement.
		if (!innermost(root).hasCachedRemoteRelation()) {
			record(reply, root, false);
		}
		Answer answer = reply.session().answer(root);
		if (answer instanceof Answer.Rows rows) {
			reply.send(reply.response().setSchema(DataTypeCodec.encode(rows.schema())));
			ExecutePlanResponse.Builder batch = reply.response();
			batch.getArrowBatchBuilder()
				.setRowCount(rows.count())
				.setStartOffset(0)
				.setData(UnsafeByteOperations.unsafeWrap(rows.encode()));
			reply.send(batch);
			reply.complete();
			return;
		}
		endOtherwise(reply, answer, root);
	}

	private void statement(Reply reply) {
		Relation input = reply.request().getPlan().getCommand().getSqlCommand().getInput();
		Answer answer = reply.session().answer(input);
		boolean isQuery = QUERY.matcher(String.valueOf(FakeRules.sqlOf(input))).matches();
		if (!isQuery) {
			record(reply, input, true);
		}
		if (answer instanceof Answer.Rows) {
			ExecutePlanResponse.Builder response = reply.response();
			response.getSqlCommandResultBuilder().setRelation(isQuery ? input : reply.session().keep(answer));
			reply.send(response);
			reply.complete();
			return;
		}
		endOtherwise(reply, answer, input);
	}

	/**
	 * A command is done unless it was told to fail.
	 */
	private void command(Reply reply) {
		Command command = reply.request().getPlan().getCommand();
		if (command.hasRemoveCachedRemoteRelationCommand()) {
			reply.complete();
			return;
		}
		record(reply, Relation.getDefaultInstance(), true);
		Answer answer = this.rules.findForCommand(reply.request().getPlan());
		if (answer != null && !(answer instanceof Answer.Rows)) {
			endOtherwise(reply, answer, Relation.getDefaultInstance());
			return;
		}
		if (command.hasCreateDataframeView()) {
			CreateDataFrameViewCommand view = command.getCreateDataframeView();
			reply.session()
				.createView((view.getIsGlobal() ? FakeSession.GLOBAL : "") + view.getName(), view.getInput());
		}
		if (command.hasCheckpointCommand()) {
			Answer rows = reply.session().answer(command.getCheckpointCommand().getRelation());
			if (rows == null) {
				endOtherwise(reply, null, command.getCheckpointCommand().getRelation());
				return;
			}
			ExecutePlanResponse.Builder response = reply.response();
			response.getCheckpointCommandResultBuilder()
				.setRelation(reply.session().keep(rows).getCachedRemoteRelation());
			reply.send(response);
		}
		reply.complete();
	}

	private void endOtherwise(Reply reply, @Nullable Answer answer, Relation asked) {
		if (answer instanceof Answer.Failure failure) {
			reply.observer().onError(FakeErrors.of(failure));
		}
		else if (answer instanceof Answer.Stall) {
			this.operations.stall(reply.request(), reply.observer());
		}
		else {
			reply.observer().onError(unknown(asked));
		}
	}

	/**
	 * The failure of a query that has no answer.
	 */
	static RuntimeException unknown(Relation asked) {
		Relation inner = innermost(asked);
		String sql = FakeRules.sqlOf(inner);
		String declaration = "fake.when((plan) -> plan.contains(\"...\"))";
		if (sql != null) {
			declaration = "fake.whenSql(\"" + sql.strip().replaceAll("\\s+", " ").replace("\"", "\\\"") + "\")";
		}
		else if (inner.hasRead() && inner.getRead().hasNamedTable()) {
			declaration = "fake.whenTable(\"" + inner.getRead().getNamedTable().getUnparsedIdentifier() + "\")";
		}
		return FakeErrors.unknown(PlanText.of(asked), declaration + ".thenReturn(List.of(new MyRecord(...)));");
	}

	/**
	 * The query that others only take fewer rows of.
	 */
	private static Relation innermost(Relation relation) {
		return switch (relation.getRelTypeCase()) {
			case LIMIT -> innermost(relation.getLimit().getInput());
			case OFFSET -> innermost(relation.getOffset().getInput());
			case TAIL -> innermost(relation.getTail().getInput());
			default -> relation;
		};
	}

	private void record(Reply reply, Relation relation, boolean isCommand) {
		Relation inner = innermost(relation);
		Relation root = inner.hasWithRelations() ? inner.getWithRelations().getRoot() : inner;
		SQL sql = root.getSql();
		Map<String, @Nullable Object> named = new LinkedHashMap<>();
		sql.getNamedArgumentsMap().forEach((name, argument) -> named.put(name, value(argument)));
		List<@Nullable Object> positional = new ArrayList<>();
		sql.getPosArgumentsList().forEach((argument) -> positional.add(value(argument)));
		this.executions.add(new FakeExecution(PlanText.of(reply.request().getPlan()), FakeRules.sqlOf(inner), named,
				positional, Set.copyOf(reply.request().getTagsList()), isCommand));
	}

	private static @Nullable Object value(Expression argument) {
		return argument.hasLiteral() ? LiteralDecoder.decode(argument.getLiteral())
				: PlanPrinter.print(ExpressionReader.read(argument));
	}

	/**
	 * What goes back for one request.
	 */
	private record Reply(FakeSession session, ExecutePlanRequest request,
			ServerCallStreamObserver<ExecutePlanResponse> observer) {

		ExecutePlanResponse.Builder response() {
			return ExecutePlanResponse.newBuilder()
				.setSessionId(this.request.getSessionId())
				.setServerSideSessionId(this.session.serverSideId())
				.setOperationId(this.request.getOperationId())
				.setResponseId(UUID.randomUUID().toString());
		}

		void send(ExecutePlanResponse.Builder response) {
			this.observer.onNext(response.build());
		}

		/**
		 * Says that there is no more, without which a client would ask again.
		 */
		void complete() {
			ExecutePlanResponse.Builder last = response();
			last.getResultCompleteBuilder();
			send(last);
			this.observer.onCompleted();
		}

	}

}

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
 * Executor of plans on a fake server, which records them and sends stubbed responses.
 * Thread-safe.
 */
final class FakeExecutor {

	/**
	 * Statements that a server treats as queries although the client sends them as
	 * commands.
	 */
	private static final Pattern QUERY = Pattern.compile("\\s*\\(*\\s*(WITH|FROM)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private final StubRegistry stubs;

	private final StalledOperations operations = new StalledOperations();

	private final List<FakeExecution> executions = new CopyOnWriteArrayList<>();

	FakeExecutor(StubRegistry stubs) {
		this.stubs = stubs;
	}

	StalledOperations operations() {
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
		// The result of a statement was recorded with the statement.
		if (!innermost(root).hasCachedRemoteRelation()) {
			record(reply, root, false);
		}
		StubbedResponse response = reply.session().respond(root);
		if (response instanceof StubbedResponse.Rows rows) {
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
		sendOther(reply, response, root);
	}

	private void statement(Reply reply) {
		Relation input = reply.request().getPlan().getCommand().getSqlCommand().getInput();
		StubbedResponse stubbed = reply.session().respond(input);
		boolean isQuery = QUERY.matcher(String.valueOf(StubRegistry.sqlOf(input))).matches();
		if (!isQuery) {
			record(reply, input, true);
		}
		if (stubbed instanceof StubbedResponse.Rows) {
			ExecutePlanResponse.Builder response = reply.response();
			response.getSqlCommandResultBuilder().setRelation(isQuery ? input : reply.session().keep(stubbed));
			reply.send(response);
			reply.complete();
			return;
		}
		sendOther(reply, stubbed, input);
	}

	/**
	 * Completes a command unless another response is stubbed.
	 */
	private void command(Reply reply) {
		Command command = reply.request().getPlan().getCommand();
		if (command.hasRemoveCachedRemoteRelationCommand()) {
			reply.complete();
			return;
		}
		record(reply, Relation.getDefaultInstance(), true);
		StubbedResponse stubbed = this.stubs.findForCommand(reply.request().getPlan());
		if (stubbed != null && !(stubbed instanceof StubbedResponse.Rows)) {
			sendOther(reply, stubbed, Relation.getDefaultInstance());
			return;
		}
		if (command.hasCreateDataframeView()) {
			CreateDataFrameViewCommand view = command.getCreateDataframeView();
			reply.session()
				.createView((view.getIsGlobal() ? FakeSession.GLOBAL : "") + view.getName(), view.getInput());
		}
		if (command.hasCheckpointCommand()) {
			StubbedResponse rows = reply.session().respond(command.getCheckpointCommand().getRelation());
			if (rows == null) {
				sendOther(reply, null, command.getCheckpointCommand().getRelation());
				return;
			}
			ExecutePlanResponse.Builder response = reply.response();
			response.getCheckpointCommandResultBuilder()
				.setRelation(reply.session().keep(rows).getCachedRemoteRelation());
			reply.send(response);
		}
		reply.complete();
	}

	private void sendOther(Reply reply, @Nullable StubbedResponse response, Relation relation) {
		if (response instanceof StubbedResponse.Failure failure) {
			reply.observer().onError(FakeErrors.of(failure));
		}
		else if (response instanceof StubbedResponse.Stall) {
			this.operations.stall(reply.request(), reply.observer());
		}
		else {
			reply.observer().onError(notStubbed(relation));
		}
	}

	/**
	 * Creates the exception for a query without a stubbed response.
	 */
	static RuntimeException notStubbed(Relation relation) {
		Relation inner = innermost(relation);
		String sql = StubRegistry.sqlOf(inner);
		String stubbing = "fake.when((plan) -> plan.contains(\"...\"))";
		if (sql != null) {
			stubbing = "fake.whenSql(\"" + sql.strip().replaceAll("\\s+", " ").replace("\"", "\\\"") + "\")";
		}
		else if (inner.hasRead() && inner.getRead().hasNamedTable()) {
			stubbing = "fake.whenTable(\"" + inner.getRead().getNamedTable().getUnparsedIdentifier() + "\")";
		}
		return FakeErrors.notStubbed(ProtoPlanPrinter.print(relation),
				stubbing + ".thenReturn(List.of(new MyRecord(...)));");
	}

	/**
	 * Returns the query inside of limits, offsets and tails.
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
		this.executions.add(new FakeExecution(ProtoPlanPrinter.print(reply.request().getPlan()),
				StubRegistry.sqlOf(inner), named, positional, Set.copyOf(reply.request().getTagsList()), isCommand));
	}

	private static @Nullable Object value(Expression argument) {
		return argument.hasLiteral() ? LiteralDecoder.decode(argument.getLiteral())
				: PlanPrinter.print(ExpressionReader.read(argument));
	}

	/**
	 * Sender of the responses to one request.
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
		 * Marks the result as complete. Otherwise a client would reattach.
		 */
		void complete() {
			ExecutePlanResponse.Builder last = response();
			last.getResultCompleteBuilder();
			send(last);
			this.observer.onCompleted();
		}

	}

}

package io.sparkex.test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import com.google.protobuf.Message;
import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.PlanPrinter;
import io.sparkex.internal.proto.Command;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.RelationCommon;

/**
 * Printer of protobuf plans in the same form as {@link PlanPrinter} prints plans on the
 * client: one line for each operator, followed by its inputs.
 */
final class ProtoPlanPrinter {

	private final StringBuilder out = new StringBuilder();

	private ProtoPlanPrinter() {
	}

	static String print(Plan plan) {
		ProtoPlanPrinter text = new ProtoPlanPrinter();
		if (plan.hasCommand()) {
			text.command(plan.getCommand());
		}
		else {
			text.tree(plan.getRoot());
		}
		return text.out.toString();
	}

	static String print(Relation relation) {
		ProtoPlanPrinter text = new ProtoPlanPrinter();
		text.tree(relation);
		return text.out.toString();
	}

	private void command(Command command) {
		Message kind = single(command);
		if (kind == null) {
			return;
		}
		this.out.append(ProtoOperatorPrinter.print(kind)).append('\n');
		inputs(kind).forEach(this::tree);
	}

	/**
	 * Appends a tree without recursion, since plans may have thousands of levels.
	 */
	private void tree(Relation root) {
		Deque<Map.Entry<Relation, Integer>> pending = new ArrayDeque<>();
		pending.push(Map.entry(root, 0));
		while (!pending.isEmpty()) {
			Map.Entry<Relation, Integer> next = pending.pop();
			Message operator = operator(next.getKey());
			List<Relation> inputs = (operator != null) ? inputs(operator) : List.of();
			this.out.append("  ".repeat(next.getValue()))
				.append((operator != null) ? line(operator, next.getKey().getCommon()) : "Unknown")
				.append('\n');
			int indent = next.getValue() + ((inputs.size() > 1) ? 1 : 0);
			for (int i = inputs.size() - 1; i >= 0; i--) {
				pending.push(Map.entry(inputs.get(i), indent));
			}
		}
	}

	private static @Nullable Message operator(Relation relation) {
		Message kind = single(relation);
		boolean nested = relation.hasRead() || relation.hasCatalog();
		return (nested && kind != null) ? single(kind) : kind;
	}

	/**
	 * Returns the message inside of the {@code oneof} of a relation or command.
	 */
	private static @Nullable Message single(Message message) {
		return message.getAllFields()
			.values()
			.stream()
			.filter((value) -> value instanceof Message && !(value instanceof RelationCommon))
			.map(Message.class::cast)
			.findFirst()
			.orElse(null);
	}

	private static List<Relation> inputs(Message operator) {
		List<Relation> inputs = new ArrayList<>();
		operator.getAllFields().values().forEach((value) -> {
			if (value instanceof Relation relation) {
				inputs.add(relation);
			}
			if (value instanceof List<?> elements) {
				elements.forEach((element) -> {
					if (element instanceof Relation relation) {
						inputs.add(relation);
					}
				});
			}
		});
		return inputs;
	}

	private static String line(Message operator, RelationCommon common) {
		String[] nameAndDetails = ProtoOperatorPrinter.print(operator).split(" ", 2);
		String number = common.hasPlanId() ? " #" + common.getPlanId() : "";
		return nameAndDetails[0] + number + ((nameAndDetails.length > 1) ? " " + nameAndDetails[1] : "");
	}

}

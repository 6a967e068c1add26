package io.sparkex.parity;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One public method or constructor of the official API.
 *
 * @param owner the class, below {@code org.apache.spark.sql}
 * @param name the name, {@value #CONSTRUCTOR} for a constructor
 * @param parameterTypes the full names of the erased types
 * @param returnType the full name of the erased type
 * @param genericReturnType the type as declared
 * @param isStatic whether it needs no instance
 */
record OfficialMethod(String owner, String name, List<String> parameterTypes, String returnType,
		String genericReturnType, boolean isStatic) {

	static final String CONSTRUCTOR = "new";

	/**
	 * As in the exclusions: {@code as(Encoder)}.
	 */
	String signature() {
		return this.name + this.parameterTypes.stream()
			.map(OfficialMethod::shortName)
			.collect(Collectors.joining(", ", "(", ")"));
	}

	boolean takes(String shortType) {
		return this.parameterTypes.stream().anyMatch((type) -> shortName(type).equals(shortType));
	}

	@Override
	public String toString() {
		return this.owner + "." + signature();
	}

	/**
	 * Types of Scala keep their packages, for theirs are not what a Java programmer would
	 * guess.
	 */
	static String shortName(String type) {
		return type.replaceAll("\\b(?:java|org)\\.(?:[a-z0-9]+\\.)*", "");
	}

}

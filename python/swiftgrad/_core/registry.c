/* The registry of the library, read once: a signature for every function, class and method. */
#include "core.h"

static swiftgrad_value registry; /* lives as long as the process: names point into it */

signature *functions;
int32_t function_count;
class_record *classes;
int32_t class_count;

const swiftgrad_value *map_get(const swiftgrad_value *map, const char *key) {
    if (!map || map->kind != SWIFTGRAD_MAP) return NULL;
    int64_t length = (int64_t)strlen(key);
    for (int64_t i = 0; i + 1 < map->count; i += 2) {
        const swiftgrad_value *name = &map->items[i];
        if (name->kind == SWIFTGRAD_STRING && name->count == length && memcmp(name->bytes, key, (size_t)length) == 0)
            return &map->items[i + 1];
    }
    return NULL;
}

char *copy_text(const swiftgrad_value *value) {
    bool text = value && value->kind == SWIFTGRAD_STRING;
    size_t length = text ? (size_t)value->count : 0;
    char *copy = PyMem_Malloc(length + 1);
    if (!copy) {
        PyErr_NoMemory();
        return NULL;
    }
    if (length) memcpy(copy, value->bytes, length);
    copy[length] = 0;
    return copy;
}

static bool flag(const swiftgrad_value *map, const char *key) {
    const swiftgrad_value *value = map_get(map, key);
    return value && value->kind == SWIFTGRAD_BOOLEAN && value->integer;
}

static int64_t integer(const swiftgrad_value *map, const char *key, int64_t otherwise) {
    const swiftgrad_value *value = map_get(map, key);
    return value && value->kind == SWIFTGRAD_INTEGER ? value->integer : otherwise;
}

static const swiftgrad_value *list(const swiftgrad_value *map, const char *key) {
    static const swiftgrad_value empty = {.kind = SWIFTGRAD_LIST, .count = 0};
    const swiftgrad_value *value = map_get(map, key);
    return value && value->kind == SWIFTGRAD_LIST ? value : &empty;
}

static parameter_type type_from_text(const char *text, bool *optional) {
    static const struct {
        const char *name;
        parameter_type type;
    } types[] = {
        {"tensor", PARAMETER_TENSOR},   {"tensors", PARAMETER_TENSORS},   {"bool", PARAMETER_BOOL},
        {"int", PARAMETER_INT},         {"float", PARAMETER_FLOAT},       {"string", PARAMETER_STRING},
        {"dtype", PARAMETER_DTYPE},     {"ints", PARAMETER_INTS},         {"scalar", PARAMETER_SCALAR},
        {"object", PARAMETER_OBJECT},   {"callable", PARAMETER_CALLABLE}, {"index", PARAMETER_INDEX},
    };
    size_t length = strlen(text);
    *optional = length && text[length - 1] == '?';
    if (*optional) length--;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strlen(types[i].name) == length && strncmp(types[i].name, text, length) == 0) return types[i].type;
    return PARAMETER_ANY;
}

/* Whether the text of the signature has "*name". */
static bool is_variadic(const char *text, const char *name) {
    size_t length = strlen(name);
    for (const char *star = strchr(text, '*'); star; star = strchr(star + 1, '*')) {
        char after = strncmp(star + 1, name, length) == 0 ? star[1 + length] : 'x';
        if (after == ',' || after == ')' || after == ':' || after == ' ') return true;
    }
    return false;
}

/* The other name that a parameter is known by in PyTorch or NumPy. */
static const char *alias_of(const char *name) {
    static const char *const aliases[][2] = {
        {"axis", "dim"}, {"keepdims", "keepdim"}, {"x", "input"}, {"correction", "ddof"}};
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcmp(aliases[i][0], name) == 0) return aliases[i][1];
    return NULL;
}

static int read_parameter(parameter *p, const swiftgrad_value *entry, const char *signature_of) {
    char *name = copy_text(map_get(entry, "name"));
    char *type = copy_text(map_get(entry, "type"));
    char *otherwise = copy_text(map_get(entry, "default"));
    int status = -1;
    if (name && type && otherwise) {
        const char *bare = name[0] == '*' ? name + 1 : name;
        p->type = type_from_text(type, &p->optional);
        p->optional = p->optional || strcmp(otherwise, "None") == 0;
        p->required = flag(entry, "required");
        p->keyword_only = flag(entry, "keyword_only");
        p->variadic = bare != name || is_variadic(signature_of, bare);
        p->name = PyUnicode_InternFromString(bare);
        const char *alias = alias_of(bare);
        p->alias = alias && p->name ? PyUnicode_InternFromString(alias) : NULL;
        status = p->name && (p->alias || !alias) ? 0 : -1;
    }
    PyMem_Free(name);
    PyMem_Free(type);
    PyMem_Free(otherwise);
    return status;
}

int signature_prepare(signature *s) {
    const swiftgrad_value *entries = list(s->entry, "parameters");
    int32_t count = (int32_t)entries->count;
    parameter *parameters = PyMem_Calloc((size_t)count + 1, sizeof(parameter));
    char *text = copy_text(map_get(s->entry, "signature"));
    if (!parameters || !text) {
        PyMem_Free(parameters);
        PyMem_Free(text);
        if (!PyErr_Occurred()) PyErr_NoMemory();
        return -1;
    }
    int status = 0;
    int32_t positional = 0;
    bool closed = false;
    for (int32_t i = 0; status == 0 && i < count; i++) {
        parameter *p = &parameters[i];
        status = read_parameter(p, &entries->items[i], text);
        if (status < 0) break;
        if (closed) p->keyword_only = true;
        closed = closed || p->variadic || p->keyword_only;
        if (!closed) positional = i + 1;
    }
    PyMem_Free(text);
    if (status < 0) {
        PyMem_Free(parameters);
        return -1;
    }
    s->parameters = parameters;
    s->count = count;
    s->positional = positional;
    s->ready = true;
    return 0;
}

static int read_signature(signature *s, const swiftgrad_value *entry, int32_t index, const char *owner) {
    char *name = copy_text(map_get(entry, "name"));
    if (!name) return -1;
    size_t room = strlen(name) + (owner ? strlen(owner) + 1 : 0) + 1;
    s->name = PyMem_Malloc(room);
    if (!s->name) {
        PyMem_Free(name);
        PyErr_NoMemory();
        return -1;
    }
    PyOS_snprintf(s->name, room, "%s%s%s", owner ? owner : "", owner ? "." : "", name);
    PyMem_Free(name);
    s->entry = entry;
    s->index = index;
    s->blocking = flag(entry, "blocking");
    s->namespace_name = copy_text(map_get(entry, "namespace"));
    const swiftgrad_value *method = map_get(entry, "method");
    if (method && method->kind == SWIFTGRAD_STRING && method->count) s->method = copy_text(method);
    return s->namespace_name ? 0 : -1;
}

static int read_class(class_record *record, const swiftgrad_value *entry, int32_t index) {
    if (read_signature(&record->construct, entry, index, NULL) < 0) return -1;
    record->base = (int32_t)integer(entry, "base", -1);
    const swiftgrad_value *methods = list(entry, "methods");
    record->method_count = (int32_t)methods->count;
    record->methods = PyMem_Calloc((size_t)methods->count + 1, sizeof(signature));
    if (!record->methods) {
        PyErr_NoMemory();
        return -1;
    }
    for (int32_t i = 0; i < record->method_count; i++) {
        const swiftgrad_value *method = &methods->items[i];
        int32_t number = (int32_t)integer(method, "index", i);
        if (read_signature(&record->methods[i], method, number, record->construct.name) < 0) return -1;
    }
    return 0;
}

int32_t function_find(const char *name) {
    const char *dot = strrchr(name, '.');
    const char *bare = dot ? dot + 1 : name;
    size_t length = dot ? (size_t)(dot - name) : 0;
    for (int32_t i = 0; i < function_count; i++) {
        const char *place = functions[i].namespace_name;
        if (strcmp(functions[i].name, bare) == 0 && strlen(place) == length && strncmp(place, name, length) == 0)
            return i;
    }
    return -1;
}

char *signature_text(const signature *s, const char *self) {
    char *parameters = copy_text(map_get(s->entry, "signature"));
    char *doc = copy_text(map_get(s->entry, "doc"));
    char *text = NULL;
    if (parameters && doc) {
        const char *name = strrchr(s->name, '.') ? strrchr(s->name, '.') + 1 : s->name;
        const char *rest = parameters[0] == '(' ? parameters + 1 : "*args, **kwargs)";
        const char *comma = !self || rest[0] == ')' ? "" : ", ";
        size_t room = strlen(name) + strlen(rest) + strlen(doc) + (self ? strlen(self) : 0) + 16;
        text = PyMem_Malloc(room);
        if (text) PyOS_snprintf(text, room, "%s(%s%s%s\n--\n\n%s", name, self ? self : "", comma, rest, doc);
        else PyErr_NoMemory();
    }
    PyMem_Free(parameters);
    PyMem_Free(doc);
    return text;
}

static PyObject *describe(PyObject *module, PyObject *ignored) {
    (void)module;
    (void)ignored;
    return value_to_new_object(&registry);
}

/* A tuple of the names of methods, or of those that read like attributes. */
static PyObject *method_names(const class_record *record, bool properties) {
    PyObject *names = PyList_New(0);
    for (int32_t i = 0; names && i < record->method_count; i++) {
        if (flag(record->methods[i].entry, "property") != properties) continue;
        PyObject *name = PyUnicode_FromString(strrchr(record->methods[i].name, '.') + 1);
        if (!name || PyList_Append(names, name) < 0) Py_CLEAR(names);
        Py_XDECREF(name);
    }
    PyObject *tuple = names ? PyList_AsTuple(names) : NULL;
    Py_XDECREF(names);
    return tuple;
}

static PyObject *class_table(PyObject *module, PyObject *ignored) {
    (void)module;
    (void)ignored;
    PyObject *table = PyList_New(0);
    for (int32_t i = 0; table && i < class_count; i++) {
        const class_record *record = &classes[i];
        char *doc = copy_text(map_get(record->construct.entry, "doc"));
        PyObject *row = doc ? Py_BuildValue("(ssisNN)", record->construct.name, record->construct.namespace_name,
                                            (int)record->base, doc, method_names(record, false),
                                            method_names(record, true))
                            : NULL;
        PyMem_Free(doc);
        if (!row || PyList_Append(table, row) < 0) Py_CLEAR(table);
        Py_XDECREF(row);
    }
    return table;
}

static PyObject *namespaces(PyObject *module, PyObject *ignored) {
    (void)module;
    (void)ignored;
    PyObject *names = PySet_New(NULL);
    for (int32_t i = 0; names && i < function_count + class_count; i++) {
        bool function = i < function_count;
        const signature *s = function ? &functions[i] : &classes[i - function_count].construct;
        PyObject *name = PyUnicode_FromString(s->namespace_name);
        if (!name || PySet_Add(names, name) < 0) Py_CLEAR(names);
        Py_XDECREF(name);
    }
    return names;
}

static PyMethodDef module_functions[] = {
    {"class_table", class_table, METH_NOARGS,
     "class_table($module, /)\n--\n\n"
     "(name, namespace, number of the base, doc, methods, properties) of every class, in the order of their numbers."},
    {"namespaces", namespaces, METH_NOARGS, "namespaces($module, /)\n--\n\nThe set of all namespaces."},
    {"describe", describe, METH_NOARGS, "describe($module, /)\n--\n\nThe registry as the library tells it."},
    {NULL, NULL, 0, NULL},
};

int registry_init(PyObject *module) {
    int32_t status = swiftgrad_describe(&registry);
    if (status != SWIFTGRAD_OK) {
        raise_status(status);
        return -1;
    }
    const swiftgrad_value *function_list = list(&registry, "functions");
    const swiftgrad_value *class_list = list(&registry, "classes");
    if (function_list->count > TRAMPOLINES) {
        PyErr_Format(PyExc_ImportError, "%lld functions are more than the %d that swiftgrad._core has room for",
                     (long long)function_list->count, TRAMPOLINES);
        return -1;
    }
    functions = PyMem_Calloc((size_t)function_list->count + 1, sizeof(signature));
    classes = PyMem_Calloc((size_t)class_list->count + 1, sizeof(class_record));
    if (!functions || !classes) {
        PyErr_NoMemory();
        return -1;
    }
    function_count = (int32_t)function_list->count;
    class_count = (int32_t)class_list->count;
    for (int32_t i = 0; i < function_count; i++)
        if (read_signature(&functions[i], &function_list->items[i], i, NULL) < 0) return -1;
    for (int32_t i = 0; i < class_count; i++)
        if (read_class(&classes[i], &class_list->items[i], i) < 0) return -1;
    return PyModule_AddFunctions(module, module_functions);
}

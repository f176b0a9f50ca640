/* Functions of modules, methods of Tensor and methods of the generated classes: real builtins with documentation. */
#include "core.h"

/* What a method trampoline calls: a function with the tensor as its first argument, a method of a class, or (with no
   signature) the constructor of a class. */
typedef struct {
    int32_t function;
    class_record *record;
    signature *method;
} method_slot;

static method_slot method_slots[TRAMPOLINES];
static int32_t method_slot_count = 0;

PyObject *function_entry(PyObject *module, PyObject *const *args, Py_ssize_t positional, PyObject *names,
                         int32_t index) {
    (void)module;
    return call_function(index, NULL, args, positional, names);
}

PyObject *method_entry(PyObject *self, PyObject *const *args, Py_ssize_t positional, PyObject *names, int32_t slot) {
    const method_slot *s = &method_slots[slot];
    if (!s->record) return call_function(s->function, self, args, positional, names);
    if (s->method) return invoke_native(s->method, self, args, positional, names);
    if (construct_native(s->record, self, args, positional, names) < 0) return NULL;
    return Py_NewRef(Py_None);
}

/* A definition that lives for ever, as CPython wants it. */
static PyMethodDef *new_definition(const char *name, PyCFunction call, char *text) {
    PyMethodDef *definition = text ? PyMem_Calloc(1, sizeof(PyMethodDef)) : NULL;
    if (!definition) {
        PyMem_Free(text);
        if (!PyErr_Occurred()) PyErr_NoMemory();
        return NULL;
    }
    definition->ml_name = name;
    definition->ml_meth = call;
    definition->ml_flags = METH_FASTCALL | METH_KEYWORDS;
    definition->ml_doc = text;
    return definition;
}

static int add_method(PyTypeObject *type, const char *name, char *text, method_slot what) {
    if (method_slot_count == TRAMPOLINES) {
        PyMem_Free(text);
        PyErr_Format(PyExc_ImportError, "more than %d methods: raise TRAMPOLINES of swiftgrad._core", TRAMPOLINES);
        return -1;
    }
    PyMethodDef *definition = new_definition(name, method_trampolines[method_slot_count], text);
    if (!definition) return -1;
    method_slots[method_slot_count++] = what;
    PyObject *method = PyDescr_NewMethod(type, definition);
    int status = method ? PyObject_SetAttrString((PyObject *)type, name, method) : -1;
    Py_XDECREF(method);
    return status;
}

/* "(x, /, axis=None)" of the function becomes "($self, /, axis=None)" of the method. */
static char *tensor_method_text(const signature *s) {
    char *parameters = copy_text(map_get(s->entry, "signature"));
    char *doc = copy_text(map_get(s->entry, "doc"));
    char *text = NULL;
    if (parameters && doc) {
        const char *rest = parameters + strcspn(parameters, ",)");
        bool positional_only = strncmp(rest, ", /", 3) == 0;
        size_t room = strlen(s->method) + strlen(rest) + strlen(doc) + 24;
        text = PyMem_Malloc(room);
        if (!text) PyErr_NoMemory();
        else PyOS_snprintf(text, room, "%s($self%s%s\n--\n\n%s", s->method, positional_only ? "" : ", /", rest, doc);
    }
    /* Parameters of the function that are positional-only beyond the first keep their own slash. */
    if (text && strncmp(parameters + strcspn(parameters, ",)"), ", /", 3) != 0 && strstr(parameters, ", /")) {
        char *first = strstr(text, ", /");
        memmove(first, first + 3, strlen(first + 3) + 1);
    }
    PyMem_Free(parameters);
    PyMem_Free(doc);
    return text;
}

int add_tensor_methods(void) {
    for (int32_t i = 0; i < function_count; i++) {
        const signature *s = &functions[i];
        if (!s->method) continue;
        if (add_method(tensor_type, s->method, tensor_method_text(s), (method_slot){.function = i}) < 0) return -1;
    }
    return 0;
}

static int add_function(PyObject *dictionary, PyObject *module_name, int32_t index) {
    const signature *s = &functions[index];
    PyMethodDef *definition = new_definition(s->name, function_trampolines[index], signature_text(s, NULL));
    if (!definition) return -1;
    PyObject *function = PyCFunction_NewEx(definition, NULL, module_name);
    int status = function ? PyDict_SetItemString(dictionary, s->name, function) : -1;
    Py_XDECREF(function);
    return status;
}

static PyObject *add_functions(PyObject *module, PyObject *args) {
    (void)module;
    const char *place;
    PyObject *dictionary, *module_name;
    if (!PyArg_ParseTuple(args, "sO!U", &place, &PyDict_Type, &dictionary, &module_name)) return NULL;
    PyObject *names = PyList_New(0);
    for (int32_t i = 0; names && i < function_count; i++) {
        if (strcmp(functions[i].namespace_name, place) != 0) continue;
        PyObject *name = add_function(dictionary, module_name, i) < 0 ? NULL : PyUnicode_FromString(functions[i].name);
        if (!name || PyList_Append(names, name) < 0) Py_CLEAR(names);
        Py_XDECREF(name);
    }
    return names;
}

static class_record *record_at(int number) {
    if (number >= 0 && number < class_count) return &classes[number];
    PyErr_Format(PyExc_IndexError, "there is no class number %d", number);
    return NULL;
}

/* The methods of class `number` itself, onto a Python class; `__init__` too unless the class has written its own. */
static PyObject *add_methods(PyObject *module, PyObject *args) {
    (void)module;
    int number, with_constructor;
    PyObject *type, *skip;
    if (!PyArg_ParseTuple(args, "iO!pO!", &number, &PyType_Type, &type, &with_constructor, &PySet_Type, &skip))
        return NULL;
    class_record *record = record_at(number);
    if (!record) return NULL;
    PyTypeObject *owner = (PyTypeObject *)type;
    if (with_constructor) {
        char *text = signature_text(&record->construct, "$self");
        char *renamed = text ? PyMem_Malloc(strlen(text) + 16) : NULL;
        if (renamed) PyOS_snprintf(renamed, strlen(text) + 16, "__init__%s", strchr(text, '('));
        PyMem_Free(text);
        if (add_method(owner, "__init__", renamed, (method_slot){.record = record}) < 0) return NULL;
    }
    for (int32_t i = 0; i < record->method_count; i++) {
        signature *method = &record->methods[i];
        const char *name = strrchr(method->name, '.') + 1;
        PyObject *key = PyUnicode_FromString(name);
        int skipped = key ? PySet_Contains(skip, key) : -1;
        Py_XDECREF(key);
        if (skipped < 0) return NULL;
        if (skipped) continue;
        method_slot what = {.record = record, .method = method};
        if (add_method(owner, name, signature_text(method, "$self"), what) < 0) return NULL;
    }
    Py_RETURN_NONE;
}

static PyMethodDef module_functions[] = {
    {"add_functions", add_functions, METH_VARARGS,
     "add_functions(namespace, dictionary, module_name, /)\n--\n\n"
     "Puts the functions of a namespace of the registry into a module's dictionary; returns their names."},
    {"add_methods", add_methods, METH_VARARGS,
     "add_methods(number, python_class, with_constructor, skip, /)\n--\n\n"
     "Gives a Python class the methods that its class in the registry declares, but those named in the set `skip`."},
    {NULL, NULL, 0, NULL},
};

int methods_init(PyObject *module) { return PyModule_AddFunctions(module, module_functions); }
